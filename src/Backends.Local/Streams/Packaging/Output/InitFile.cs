using ContentPages.Backends.Local.Streams.Packaging.Boxes;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <param name="Name">For instance <c>init-0.mp4</c>.</param>
internal sealed record InitFile(string Name, Mp4Init Init)
{
    public static string NameOf(long number) => FormattableString.Invariant($"init-{number}.mp4");
}
