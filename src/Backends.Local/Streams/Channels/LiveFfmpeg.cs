using ContentPages.Backends.Local.Children;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>Starts ffmpegs that run as long as an encoder sends: no environment, no files, no new rights, death together with us.</summary>
internal sealed class LiveFfmpeg : IDisposable
{
    private readonly ChildLauncher _launcher = new();
    private readonly ChildWrappers _wrappers = ChildWrappers.Find();
    private readonly string? _ffmpeg;

    public LiveFfmpeg(IngestOptions options) => _ffmpeg = Programs.Find(options.Ffmpeg ?? "ffmpeg");

    /// <exception cref="InvalidOperationException">ffmpeg is not installed.</exception>
    public async Task<EncoderFeed> Start(IReadOnlyList<string> arguments, int niceness, CancellationToken cancel)
    {
        var (child, report) = await Launch(arguments, niceness, takesInput: false, cancel);
        return new EncoderFeed(child, report);
    }

    public async Task<(Child Child, FfmpegReport Report)> Launch(IReadOnlyList<string> arguments, int niceness, bool takesInput, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (_ffmpeg is null) throw new InvalidOperationException("ffmpeg is not installed.");
        var report = new FfmpegReport();
        var child = await Child.Start(
            _launcher, [.. _wrappers.Before(niceness, largestFile: 0), _ffmpeg, .. arguments], Path.GetTempPath(), report.Read, takesInput);
        _ = child.Exited.ContinueWith(_ => report.Ended(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return (child, report);
    }

    public void Dispose() => _launcher.Dispose();
}
