using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What the world tells of the stream, and what it says when it is asked.</summary>
public sealed partial class LiveStreamGrain
{
    /// <summary>Session that this process has armed the channel for. Another one may have died with it armed, or the channel's process.</summary>
    private int _armedFor;

    public async Task Report(ChannelReport report)
    {
        await Run(new LiveStreamCommand.Report(report));
        if (report is not SignalReport) return;
        try
        {
            await EnsureArmed();
        }
        catch (Exception e) when (e is not Orleans.Storage.InconsistentStateException)
        {
            LogAskFailed(e, Id);
        }
    }

    public async Task Reconcile()
    {
        if (State.Status is StreamStatus.None) return;
        await WorkOff();
        try
        {
            await Ask();
        }
        catch (Exception e) when (e is not Orleans.Storage.InconsistentStateException)
        {
            // Whoever does not answer is asked again, until the windows of the schedule close.
            LogAskFailed(e, Id);
        }

        if (State.Status is not StreamStatus.None) await Run(new LiveStreamCommand.Defer());
    }

    /// <summary>What is true outside.</summary>
    private async Task Ask()
    {
        foreach (var key in State.Covers.Expected)
            if (await objects.Head(key, CancellationToken.None) is not null) await Run(new LiveStreamCommand.ArriveCover(key));
        foreach (var session in State.Sessions.Where(s => s is { Recording: RecordingStatus.Finishing, Media: null }))
        {
            var recording = State.Channel is { } channel ? await channels.GetRecording(channel.ChannelId, SessionOf(session), CancellationToken.None) : null;
            await Run(new LiveStreamCommand.FindRecording(session.Number, recording));
        }

        if (!State.IsInSession && State.Signal.Present is null) return;
        await Observe();
        await EnsureArmed();
    }

    private async Task Observe()
    {
        if (State.Channel is { } channel) await Run(new LiveStreamCommand.Observe(await channels.Get(channel.ChannelId, CancellationToken.None)));
    }

    /// <summary>A session goes on although a process was restarted: what is armed already stays so.</summary>
    private async Task EnsureArmed()
    {
        if (State is not { IsInSession: true, Channel: { } channel, Session: { } session }) return;
        if (session.Number == _armedFor || session.Pending.HasFlag(SessionWork.Begin)) return;
        await channels.Begin(channel.ChannelId, SessionOf(session), CancellationToken.None);
        _armedFor = session.Number;
    }
}
