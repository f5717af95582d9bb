using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

internal sealed partial class Connection
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_examineEvery = TimeSpan.FromSeconds(1);

    private readonly ConnectionWatch _watch;

    /// <summary>Whether so little has come for so long that another encoder may take its place: its network has changed, say.</summary>
    public bool IsSilent => _watch.SilentFor(Now) >= TimeSpan.FromSeconds(2);

    public StreamHealth Health()
    {
        var measures = _watch.Measures;
        return new StreamHealth(
            Since, _encoder.Source, Math.Round(measures.BitrateKbps, 1), Math.Round(measures.FrameRate, 2),
            Math.Round(measures.KeyframeIntervalSeconds, 2), measures.Width, measures.Height, measures.VideoCodec, measures.AudioCodec,
            measures.DroppedFrames, [], _watch.History.Samples());
    }

    private async Task Watch(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(s_lookEvery, _setting.Time);
        var examined = Since;
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                var now = Now;
                if (_started) Look(_pass, now);
                if (now - examined < s_examineEvery) continue;
                examined = now;
                await Examine(now, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The connection is over.
        }
        catch (Exception failure)
        {
            LogUnforeseen(failure, Id);
        }
    }

    private async Task Examine(DateTimeOffset now, CancellationToken cancel)
    {
        if (!_started)
        {
            if (await _encoder.Examine(now - Since, cancel) is { } trouble) Refuse(trouble);
        }
        else if (_pass is { } pass && await _encoder.HasChanged(cancel) && pass == _pass)
        {
            LogChanged(Id);
            await pass.Until.CancelAsync();
        }
    }

    private void Look(Pass? pass, DateTimeOffset now)
    {
        var media = _mediaBefore + (pass?.Feed.Report.MediaSeconds ?? 0);
        if (_watch.Signal(now, media))
            _setting.Events.Tell(now, _watch.Starved ? ConnectionEvent.StarvationStart : ConnectionEvent.StarvationEnd, Id);
        if (pass is null) return;
        var breaches = _watch.Look(now, pass.Run.Measure(), out var refused);
        foreach (var breach in breaches) _setting.Events.Limit(now, Id, breach);
        if (refused is not null) Refuse(refused);
    }
}
