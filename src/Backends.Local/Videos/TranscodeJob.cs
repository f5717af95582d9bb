namespace ContentPages.Backends.Local.Videos;

/// <summary>One job from the uploaded file to its outputs.</summary>
internal sealed class TranscodeJob(Ffmpeg ffmpeg, JobReporter reporter, string source, OutputFolder folder)
{
    // What is left of the job when ffmpeg is through, in per cent.
    private const double AfterEncode = 98;

    // A container that promises so much more than it holds was cut off.
    private const double CutOff = 0.9;

    private readonly ProgressParser _parser = new();
    private string _input = "";
    private Task<bool> _poster = Task.FromResult(false);
    private bool _watchable;

    /// <exception cref="JobFailedException">With whose fault it is.</exception>
    public async Task<MadeOutputs> Run(CancellationToken cancel)
    {
        reporter.Started();
        if (!ffmpeg.Installed) throw new JobFailedException(JobFailure.Setup, "ffmpeg is not installed.");
        if (!File.Exists(source)) throw new JobFailedException(JobFailure.SourceMissing, "The uploaded file is not there.");
        folder.Create([]);
        _input = source;
        if (!RecordingSource.Is(source)) return await Make(await ffmpeg.Prober.Probe(source, folder.Path, cancel), cancel);

        var recording = new RecordingSource(ffmpeg, folder);
        try
        {
            _input = await recording.Make(source, cancel);
            var probe = await ffmpeg.Prober.Probe(_input, folder.Path, cancel);
            return await Make(probe.OfLength(recording.Seconds), cancel);
        }
        finally
        {
            recording.Remove();
        }
    }

    private async Task<MadeOutputs> Make(MediaProbe probe, CancellationToken cancel)
    {
        var plan = await Achievable(LadderPlanner.Plan(probe, ffmpeg.Options));
        folder.Create(plan.Folders);
        reporter.Probed(probe);
        reporter.Entered(JobStage.Transcoding, 0);
        foreach (var warning in plan.Warnings) reporter.Warn(JobWarnings.TrackLeftOut, warning);

        await Encode(probe, plan, cancel);
        reporter.Entered(JobStage.Uploading, AfterEncode);
        return await Finish(probe, plan, cancel);
    }

    private async Task<LadderPlan> Achievable(LadderPlan plan) =>
        plan.Video is { ToneMapping: not ToneMapping.None } video && !await ffmpeg.MapsTones()
            ? plan with { Video = video with { ToneMapping = ToneMapping.None } }
            : plan;

    private async Task Encode(MediaProbe probe, LadderPlan plan, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _poster = PosterMaker.Make(ffmpeg, _input, probe, plan, folder, stop.Token);
        try
        {
            var arguments = EncodeArguments.Of(plan, _input, probe, ffmpeg.Options);
            var result = await ffmpeg.Run(arguments, folder, Limit(plan), line => Progressed(line, plan), cancel);
            if (result.ExitCode != 0 || result.TimedOut) throw new JobFailedException(FailureReader.OfEncode(result));
            await _poster;
            Check(probe, plan, result);
            reporter.Watchable();
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)_poster).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Progressed(string line, LadderPlan plan)
    {
        if (_parser.Accept(line) is not { } progress) return;
        if (!_watchable && _poster.IsCompleted && IsWatchable(plan))
        {
            _watchable = true;
            reporter.Watchable();
        }

        reporter.Progressed(plan.Duration is { } all ? Math.Min(AfterEncode, progress.Seconds / all * AfterEncode) : null, progress.Frames);
    }

    // ffmpeg lists a segment once it is whole, and the master playlist once every rung has one.
    private bool IsWatchable(LadderPlan plan) =>
        folder.Has(EncodeArguments.Master) && plan.Folders.All(name => folder.Has($"{name}/index.m3u8"));

    private void Check(MediaProbe probe, LadderPlan plan, ChildResult result)
    {
        if (!IsWatchable(plan) || folder.Playlist(plan.Folders[0]) is not { Ended: true, Duration: > 0 } made)
            throw new JobFailedException(FailureReader.OfEncode(result with { ExitCode = 1 }));
        if (probe.Duration is { } promised && made.Duration < (promised * CutOff) - 1)
            throw new JobFailedException(JobFailure.EndsEarly, $"The file ends after {made.Duration:0} of {promised:0} seconds.");
    }

    private async Task<MadeOutputs> Finish(MediaProbe probe, LadderPlan plan, CancellationToken cancel)
    {
        var duration = folder.Playlist(plan.Folders[0]).Duration;
        foreach (var name in plan.Folders) await MendTargetDuration(name);
        var storyboard = plan.Video is { } video ? await Storyboard(video, duration, cancel) : null;
        var measured = plan.Folders.ToDictionary(name => name, Measure);
        var master = await File.ReadAllLinesAsync(folder.In(EncodeArguments.Master), cancel);
        await folder.Write(EncodeArguments.Master, MasterPlaylist.WithMeasured(master, measured, plan.Video?.Rate.Value));
        var poster = await _poster;
        if (!poster) reporter.Warn(JobWarnings.NoPoster, "No poster could be made.");
        return new MadeOutputs(plan, duration, poster, storyboard);
    }

    // ffmpeg rounds the length of a film under half a second to nothing, which players may refuse.
    private async Task MendTargetDuration(string name)
    {
        const string Nothing = "#EXT-X-TARGETDURATION:0\n";
        var text = await File.ReadAllTextAsync(folder.In($"{name}/index.m3u8"));
        if (text.Contains(Nothing, StringComparison.Ordinal))
            await folder.Write($"{name}/index.m3u8", text.Replace(Nothing, "#EXT-X-TARGETDURATION:1\n", StringComparison.Ordinal));
    }

    private (long Peak, long Average) Measure(string name)
    {
        var playlist = folder.Playlist(name);
        return playlist.BitRates([.. playlist.Segments.Select(segment => folder.SizeOf($"{name}/{segment.Name}"))]);
    }

    private async Task<StoryboardPlan?> Storyboard(VideoPlan video, double duration, CancellationToken cancel)
    {
        var smallest = video.Rungs[^1];
        var board = StoryboardPlan.Of(duration, smallest.Width, smallest.Height, ffmpeg.Options.SegmentSeconds);
        await ffmpeg.Run(board.Arguments(smallest.Name), folder, Limit(duration), onLine: null, cancel);
        if (board.SpriteNames.All(folder.Has))
        {
            await folder.Write(StoryboardPlan.Index, board.WebVtt(duration));
            return board;
        }

        reporter.Warn(JobWarnings.NoStoryboard, "No storyboard could be made.");
        return null;
    }

    private TimeSpan Limit(LadderPlan plan) => Limit(plan.Duration ?? ffmpeg.Options.MinimumJobSeconds * 6 / ffmpeg.Options.TimeLimitFactor);

    private TimeSpan Limit(double seconds) =>
        TimeSpan.FromSeconds(Math.Max(ffmpeg.Options.MinimumJobSeconds, ffmpeg.Options.TimeLimitFactor * seconds));
}
