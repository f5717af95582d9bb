using System.Text;
using ContentPages.Backends.Local.Streams.Packaging.Output;
using Microsoft.Win32.SafeHandles;

namespace ContentPages.Backends.Local.Streams.Packaging.Disk;

/// <summary>
/// A rendition on disk. Every fragment is handed to the system at once, and the playlist is only ever appended to, so that a process that is killed
/// loses nothing that it has shown. A power cut may lose what the system had not written yet.
/// </summary>
internal sealed class SegmentFiles : IDisposable
{
    public const string Playlist = "index.m3u8";

    // Written over when the recording ends and its longest segment is known; until then nobody reads this file but ourselves.
    private const string Head = "#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:60\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MEDIA-SEQUENCE:0\n";

    private readonly string _folder;
    private SafeFileHandle? _segment;
    private SafeFileHandle? _playlist;
    private long _length;

    /// <param name="listed">Lines of what is there already.</param>
    public SegmentFiles(string folder, string listed = "")
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        Replace(Encoding.ASCII.GetBytes(Head + listed));
        _playlist = File.OpenHandle(PathOf(Playlist), FileMode.Open, FileAccess.Write, FileShare.Read | FileShare.Delete);
    }

    public static string NameOf(long number) => FormattableString.Invariant($"{number}.m4s");

    public void WriteInit(InitFile init)
    {
        using var file = File.OpenHandle(PathOf(init.Name), FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, init.Init.Bytes.Span, 0);
    }

    /// <param name="head">The lines before what is known of a segment at its end.</param>
    public void Begin(long number, string head)
    {
        Write(head);
        _segment?.Dispose();
        _segment = File.OpenHandle(PathOf(NameOf(number)), FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);
        _length = 0;
    }

    public void Append(IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        if (_segment is null) return;
        RandomAccess.Write(_segment, pieces, _length);
        _length += pieces.Sum(piece => (long)piece.Length);
    }

    public void Finish(string tail)
    {
        _segment?.Dispose();
        _segment = null;
        Write(tail);
    }

    /// <summary>Puts the whole playlist in place.</summary>
    public void Complete(byte[] playlist)
    {
        Dispose();
        Replace(playlist);
    }

    public void Dispose()
    {
        _segment?.Dispose();
        _playlist?.Dispose();
        (_segment, _playlist) = (null, null);
    }

    private void Write(string lines)
    {
        if (_playlist is not null) RandomAccess.Write(_playlist, Encoding.ASCII.GetBytes(lines), RandomAccess.GetLength(_playlist));
    }

    private void Replace(byte[] playlist)
    {
        var temporary = PathOf(Playlist) + ".tmp";
        File.WriteAllBytes(temporary, playlist);
        File.Move(temporary, PathOf(Playlist), overwrite: true);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
