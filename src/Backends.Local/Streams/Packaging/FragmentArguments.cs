namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>How ffmpeg has to write what <see cref="PackagingRun.Feed"/> reads.</summary>
internal static class FragmentArguments
{
    /// <summary>
    /// Output options, before the output's name. Input times must arrive as they are: otherwise ffmpeg sets each track's clock to zero by itself,
    /// which loses how far sound and picture, or two renditions, are apart. So <c>-copyts</c> has to be given too (a global option).
    /// </summary>
    public static IReadOnlyList<string> Output { get; } =
    [
        "-avoid_negative_ts", "disabled", "-f", "mp4",
        "-movflags", "empty_moov+default_base_moof+frag_keyframe+frag_discont", "-frag_duration", "250000", "-flush_packets", "1",
    ];
}
