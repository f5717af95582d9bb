using ContentPages.Backends.Local.Streams.Packaging.Boxes;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <param name="Number">Part of its name.</param>
internal sealed record InitFile(long Number, Mp4Init Init)
{
    /// <summary>For instance <c>init-0.mp4</c>.</summary>
    public string Name { get; } = NameOf(Number);

    public static string NameOf(long number) => FormattableString.Invariant($"init-{number}.mp4");
}
