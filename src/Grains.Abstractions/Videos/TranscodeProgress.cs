namespace ContentPages.Videos;

/// <summary>How far the running attempt has come.</summary>
/// <param name="Phase">What the job is doing.</param>
/// <param name="Percent">0 to 100, or null while the transcoder cannot tell.</param>
/// <param name="SecondsLeft">Estimated seconds until ready, or null while unknown.</param>
/// <param name="QueuePlace">1 for the next job to run; null once it runs or where the queue does not tell.</param>
[GenerateSerializer, Immutable, Alias("contentpages.TranscodeProgress")]
public sealed record TranscodeProgress(
    [property: Id(0)] TranscodePhase Phase,
    [property: Id(1)] double? Percent = null,
    [property: Id(2)] int? SecondsLeft = null,
    [property: Id(3)] int? QueuePlace = null);
