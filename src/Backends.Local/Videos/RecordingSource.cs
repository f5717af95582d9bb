using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Local.Streams.Packaging.Disk;

namespace ContentPages.Backends.Local.Videos;

/// <summary>
/// Makes one file of a live stream's recording, since ffmpeg is let at single local files only. With one head throughout, head and segments are put
/// together as they are, for they lie on one timeline. With several, each stretch is put into MPEG-TS, where heads may change, and these are put together.
/// </summary>
internal sealed class RecordingSource(Ffmpeg ffmpeg, OutputFolder folder)
{
    private const string Joined = "recording";
    private const string Piece = "piece.mp4";
    private const string Packed = "piece.ts";

    // What is packed at once: far below the limit of what ffmpeg may write.
    private const long PieceBytes = 64L << 20;

    /// <summary>The whole length of the recording in seconds; known after <see cref="Make"/>.</summary>
    public double Seconds { get; private set; }

    public static bool Is(string source) => source.EndsWith(".m3u8", StringComparison.Ordinal);

    /// <returns>The path of a file in the job's folder.</returns>
    /// <exception cref="JobFailedException">A part is missing, or there is no room.</exception>
    public async Task<string> Make(string playlist, CancellationToken cancel)
    {
        var rendition = await Rendition(playlist, cancel);
        if (RecordedPlaylist.Read(rendition) is not { Entries.Count: > 0 } recorded)
            throw new JobFailedException(JobFailure.SourceMissing, "The recording is empty.");
        Seconds = recorded.Seconds;
        var files = recorded.Entries.Select(entry => (Head: Path.Combine(rendition, Path.GetFileName(entry.Map)), Path: Path.Combine(rendition, SegmentFiles.NameOf(entry.Number)))).ToList();
        var heads = files.Select(file => file.Head).Distinct(StringComparer.Ordinal).ToList();
        if (files.Select(file => file.Path).Concat(heads).Any(path => !File.Exists(path)))
            throw new JobFailedException(JobFailure.SourceMissing, "A part of the recording is not there.");
        DemandRoom(files.Sum(file => new FileInfo(file.Path).Length));

        var several = heads.Count > 1;
        var made = folder.In(Joined + (several ? ".ts" : ".mp4"));
        await using var output = File.Create(made);
        if (!several)
        {
            foreach (var path in files.Select(file => file.Path).Prepend(heads[0])) await Append(output, path, cancel);
            return made;
        }

        foreach (var piece in Pieces(files)) await Pack(output, piece.Head, piece.Paths, cancel);
        return made;
    }

    public void Remove()
    {
        foreach (var name in (string[])[Joined + ".ts", Joined + ".mp4", Piece, Packed]) File.Delete(folder.In(name));
    }

    // A multivariant playlist lists the best rendition first.
    private static async Task<string> Rendition(string playlist, CancellationToken cancel)
    {
        var root = Path.GetDirectoryName(playlist)!;
        var lines = await File.ReadAllLinesAsync(playlist, cancel);
        return lines.Any(line => line.StartsWith("#EXT-X-STREAM-INF", StringComparison.Ordinal)) ? Path.Combine(root, RecordedFolder.Source) : root;
    }

    private void DemandRoom(long bytes)
    {
        if (new DriveInfo(folder.Path).AvailableFreeSpace < bytes + (2 * PieceBytes))
            throw new JobFailedException(JobFailure.Setup, "No space left on device.");
    }

    private static IEnumerable<(string Head, List<string> Paths)> Pieces(IEnumerable<(string Head, string Path)> files)
    {
        var (head, paths, bytes) = ("", new List<string>(), 0L);
        foreach (var file in files)
        {
            if (paths.Count > 0 && (file.Head != head || bytes > PieceBytes))
            {
                yield return (head, paths);
                (paths, bytes) = ([], 0);
            }

            head = file.Head;
            paths.Add(file.Path);
            bytes += new FileInfo(file.Path).Length;
        }

        yield return (head, paths);
    }

    private async Task Pack(FileStream output, string head, List<string> paths, CancellationToken cancel)
    {
        await using (var piece = File.Create(folder.In(Piece)))
            foreach (var path in paths.Prepend(head)) await Append(piece, path, cancel);
        string[] arguments =
        [
            "-hide_banner", "-nostdin", "-v", "error", "-y", "-copyts", .. SourceArguments.Of(folder.In(Piece), "mov", ffmpeg.Options),
            "-map", "0:v:0", "-map", "0:a:0?", "-c", "copy", "-muxdelay", "0", "-muxpreload", "0", "-avoid_negative_ts", "disabled",
            "-f", "mpegts", "-mpegts_flags", "+initial_discontinuity", Packed,
        ];
        var limit = TimeSpan.FromSeconds(ffmpeg.Options.MinimumJobSeconds);
        var result = await ffmpeg.Run(arguments, folder, limit, onLine: null, cancel);
        if (result.ExitCode != 0 || result.TimedOut) throw new JobFailedException(FailureReader.OfEncode(result));
        await Append(output, folder.In(Packed), cancel);
    }

    private static async Task Append(FileStream output, string path, CancellationToken cancel)
    {
        await using var input = File.OpenRead(path);
        await input.CopyToAsync(output, cancel);
    }
}
