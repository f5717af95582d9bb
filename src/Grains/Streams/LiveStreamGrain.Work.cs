using ContentPages.Chat;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Streams;

/// <summary>What is done to the outside: channels, videos, objects. Everything here may be repeated; what fails stays pending for the sweeper.</summary>
public sealed partial class LiveStreamGrain
{
    /// <summary>One thing that fails does not keep the others from being done, except that a session begins only when the ones before it have ended.</summary>
    private async Task WorkOff()
    {
        await Arrange();
        foreach (var session in State.Sessions) await Settle(session, session.Pending);
        await Clean(State.Pending);
    }

    /// <summary>Only what was decided just now, and what it waits for: not every call shall wait for what has failed before.</summary>
    private async Task WorkOffNew(LiveStreamState before)
    {
        var known = before.Sessions.ToDictionary(s => s.Number, s => s.Pending);
        var sessions = State.Sessions.Select(s => (Session: s, Work: s.Pending & ~known.GetValueOrDefault(s.Number))).Where(s => s.Work != SessionWork.None).ToList();
        var work = State.Pending & ~before.Pending;
        if ((work & (StreamWork.CreateChannel | StreamWork.RemoveEverything)) != StreamWork.None || sessions.Exists(s => (s.Work & (SessionWork.Begin | SessionWork.End)) != SessionWork.None)) await Arrange();
        foreach (var (session, open) in sessions) await Settle(session, open);
        await Clean(work);
    }

    private async Task Arrange()
    {
        if (State.Pending.HasFlag(StreamWork.CreateChannel)) await Try(MakeChannel);
        foreach (var session in State.Sessions.Where(s => s.Pending.HasFlag(SessionWork.End)))
            if (!await Try(() => EndSession(session))) return;
        if (State.Session is { } present && present.Pending.HasFlag(SessionWork.Begin)) await Try(() => BeginSession(present));
    }

    private async Task Settle(SessionState session, SessionWork work)
    {
        if (work.HasFlag(SessionWork.CreateVideo)) await Try(() => CreateVideo(session));
        if (work.HasFlag(SessionWork.DropRecording)) await Try(() => DropRecording(session));
    }

    private async Task Clean(StreamWork work)
    {
        if (work.HasFlag(StreamWork.RemoveCovers)) await Try(RemoveCovers);
        if (work.HasFlag(StreamWork.RemoveEverything)) await Try(RemoveEverything);
    }

    private async Task MakeChannel()
    {
        var channel = await channels.Create(new(Id, State.OwnerId, State.Details.Latency), CancellationToken.None);
        try
        {
            await Run(new LiveStreamCommand.AcceptChannel(channel));
        }
        catch (Orleans.Storage.InconsistentStateException)
        {
            // Another activation has taken the same channel, unless it has removed the stream: then nobody would know of this one.
            await Reread();
            if (!Exists) await channels.Delete(channel.ChannelId, CancellationToken.None);
            throw;
        }
    }

    private async Task BeginSession(SessionState session)
    {
        if (State.Channel is not { } channel) return;
        await channels.Begin(channel.ChannelId, SessionOf(session), CancellationToken.None);
        _armedFor = session.Number;
        await Run(new LiveStreamCommand.Arm(session.Number));
    }

    private async Task EndSession(SessionState session)
    {
        if (State.Channel is not { } channel) return;
        await channels.End(channel.ChannelId, SessionOf(session), CancellationToken.None);
        await Run(new LiveStreamCommand.FinishSession(session.Number, SessionWork.End));
    }

    private async Task CreateVideo(SessionState session)
    {
        if (session is not { Media: { } media, LiveAt: { } liveAt }) return;
        var recording = new VideoRecording(Id, session.Number, liveAt, media with { Breaks = media.Breaks ?? StreamBreaks.Positions(session) });
        var created = await GrainFactory.GetGrain<IVideoGrain>(session.VideoId).CreateRecorded(new(
            State.OwnerId, State.OwnerName, new(State.Details.Title, State.Details.Description, State.Details.Visibility), recording));
        if (created.Rejection is { } rejection) LogVideoRefused(Id, session.VideoId, rejection.Code);
        await Run(new LiveStreamCommand.SettleRecording(session.Number, created.Ok));
    }

    private async Task DropRecording(SessionState session)
    {
        await objects.DeletePrefix(VideoKeys.RecordingPrefix(session.VideoId), CancellationToken.None);
        if (session.Media is { } media && !media.Prefix.StartsWith(VideoKeys.OutputPrefix(session.VideoId), StringComparison.Ordinal))
            await objects.DeletePrefix(media.Prefix, CancellationToken.None);
        await Run(new LiveStreamCommand.FinishSession(session.Number, SessionWork.DropRecording));
    }

    /// <summary>Recordings become videos although their stream is deleted, and the channel may be needed for that.</summary>
    private async Task RemoveEverything()
    {
        // A channel that is still to be made may be there already, and nobody would know.
        if (!State.Sessions.All(s => s.IsSettled) || State.Pending.HasFlag(StreamWork.CreateChannel)) return;
        if (State.Channel is { } channel) await channels.Delete(channel.ChannelId, CancellationToken.None);
        await objects.DeletePrefix(StreamKeys.Prefix(Id), CancellationToken.None);
        await Room.StreamChanged();
        await Remove();
    }

    private IChatRoomGrain Room => GrainFactory.GetGrain<IChatRoomGrain>(Id);

    private async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (e is not Orleans.Storage.InconsistentStateException)
        {
            LogWorkFailed(e, Id);
            return false;
        }
    }

    private ChannelSession SessionOf(SessionState session) =>
        new(Id, session.Number, VideoKeys.RecordingPrefix(session.VideoId), session.Record, session.Latency);
}
