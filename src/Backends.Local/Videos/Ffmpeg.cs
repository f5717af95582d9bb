using ContentPages.Backends.Local.Children;

namespace ContentPages.Backends.Local.Videos;

/// <summary>ffmpeg and all that is needed to run it.</summary>
internal sealed class Ffmpeg : IDisposable
{
    private static readonly TimeSpan QuestionLimit = TimeSpan.FromSeconds(30);

    private readonly ChildLauncher _launcher = new();
    private Task<bool>? _mapsTones;

    public Ffmpeg(TranscoderOptions options, TimeProvider time)
    {
        Options = options;
        Tools = FfmpegTools.Find(options);
        Processes = new FfmpegProcess(_launcher, Tools, options, time);
        Prober = new SourceProber(Processes, Tools, options);
    }

    public TranscoderOptions Options { get; }

    public FfmpegTools Tools { get; }

    public FfmpegProcess Processes { get; }

    public SourceProber Prober { get; }

    public bool Installed => Tools.Ffmpeg is not null && Tools.Ffprobe is not null;

    /// <summary>Whether this build has zscale, without which high dynamic range is only cut down.</summary>
    public Task<bool> MapsTones() => _mapsTones ??= AskForFilters();

    public Task<ChildResult> Run(IReadOnlyList<string> arguments, OutputFolder folder, TimeSpan limit, Action<string>? onLine, CancellationToken cancel) =>
        Processes.Run(new ChildRun(Tools.Ffmpeg!, arguments, folder.Path, limit, onLine), cancel);

    public void Dispose() => _launcher.Dispose();

    private async Task<bool> AskForFilters()
    {
        var run = new ChildRun(Tools.Ffmpeg!, ["-hide_banner", "-v", "error", "-filters"], Path.GetTempPath(), QuestionLimit);
        var answer = await Processes.Run(run, CancellationToken.None);
        return answer.Output.Contains(" zscale ", StringComparison.Ordinal);
    }
}
