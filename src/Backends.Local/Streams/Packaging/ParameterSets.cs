using ContentPages.Backends.Local.Streams.Packaging.Boxes;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>Pictures whose size changes in the middle of a connection.</summary>
internal static class ParameterSets
{
    /// <returns>The head for what comes from this fragment on, or null when the old one goes on.</returns>
    public static Mp4Init? Changed(Mp4Init init, Mp4Fragment fragment) => init.Bytes.IsEmpty && fragment.StartsWithKeyframe ? init : null;
}
