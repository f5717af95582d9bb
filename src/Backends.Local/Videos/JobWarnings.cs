namespace ContentPages.Backends.Local.Videos;

/// <summary>Codes of NEW_WARNING events; our own, outside MediaConvert's range.</summary>
internal static class JobWarnings
{
    public const string TrackLeftOut = "900001";
    public const string NoPoster = "900002";
    public const string NoStoryboard = "900003";
}
