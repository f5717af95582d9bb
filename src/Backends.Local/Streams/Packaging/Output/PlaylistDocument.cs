using System.IO.Compression;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>One version of a playlist. It is put together for the first who asks and shared by all who do.</summary>
/// <param name="log">Lines of finished segments, of which this shows those between two places.</param>
internal sealed class PlaylistDocument(string etag, byte[] head, byte[] log, int from, int to, byte[] tail)
{
    // Below this a packet holds it anyway.
    private const int WorthCompressing = 4096;

    private byte[]? _bytes;
    private byte[]? _compressed;

    public string ETag { get; } = etag;

    // Two may make it at once; both make the same.
    public byte[] Bytes => _bytes ??= [.. head, .. log.AsSpan(from, to - from), .. tail];

    /// <summary>With gzip, or null where that gains nothing.</summary>
    public byte[]? Compressed => Bytes.Length < WorthCompressing ? null : _compressed ??= Compress(Bytes);

    private static byte[] Compress(byte[] bytes)
    {
        using var made = new MemoryStream(bytes.Length / 4);
        using (var gzip = new GZipStream(made, CompressionLevel.Fastest)) gzip.Write(bytes);
        return made.ToArray();
    }
}
