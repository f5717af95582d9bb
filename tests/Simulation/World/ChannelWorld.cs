using ContentPages.Grains.Streams;
using ContentPages.Simulation.Engine;
using ContentPages.Streams;

namespace ContentPages.Simulation.World;

/// <summary>
/// The provider of live channels, as <see cref="ILiveChannels"/> promises it: everything may be repeated, a session that is over stays so, and
/// what happens is told by events that may never come.
/// </summary>
internal sealed class ChannelWorld(SimulatedWorld world)
{
    private readonly Dictionary<string, ChannelState> _channels = [];
    private readonly Dice _dice = world.Dice.Fork();
    private int _connected;

    public IEnumerable<ChannelState> All => _channels.Values.Where(c => !c.IsLost);

    private DateTimeOffset Now => world.Clock.Now;

    public ChannelState? Find(string channelId) => _channels.GetValueOrDefault(channelId) is { IsLost: false } channel ? channel : null;

    public LiveChannel Create(string streamId)
    {
        if (!_channels.TryAdd(streamId, new(streamId))) _channels[streamId].IsLost = false;
        return new(streamId, null);
    }

    public void Delete(string channelId)
    {
        if (Find(channelId) is not { } channel) return;
        Finish(channel);
        Drop(channel);
        _channels.Remove(channelId);
    }

    /// <summary>It is gone without anybody of ours having asked for it, and what it was recording with it.</summary>
    public void Lose(string channelId)
    {
        if (Find(channelId) is not { } channel) return;
        world.Say($"channel {channelId} is lost");
        Drop(channel);
        if (channel.Armed is { } armed) world.Objects.Remove(armed.RecordingPrefix);
        (channel.Armed, channel.IsLost) = (null, true);
    }

    /// <summary>An encoder comes; null when there is no such channel, or somebody else is connected.</summary>
    public string? Connect(string streamId)
    {
        if (Find(streamId) is not { Connection: null } channel) return null;
        (channel.Connection, channel.Signal) = ($"st-{++_connected}", StreamSignal.Receiving);
        world.Say($"encoder {channel.Connection} connects");
        world.Events.Publish($"start {channel.Connection}", IvsEvents.Signal(channel, "Stream Start", channel.Connection, Now));
        NoteRecording(channel);
        return channel.Connection;
    }

    /// <summary>An encoder goes; one that was dropped already is fine.</summary>
    public void Disconnect(string streamId, string connection)
    {
        if (Find(streamId) is { } channel && channel.Connection == connection) Drop(channel);
    }

    /// <summary>The encoder sends more than is taken; what it sends may be past using then.</summary>
    public void Overdo(string streamId, string connection, bool fails)
    {
        if (Find(streamId) is not { } channel || channel.Connection != connection) return;
        world.Events.Publish($"limit {connection}", IvsEvents.Limit(channel, Now));
        if (fails) Drop(channel, "Stream Failure");
    }

    public void Starve(string streamId, string connection, bool starves)
    {
        if (Find(streamId) is not { } channel || channel.Connection != connection) return;
        channel.Signal = starves ? StreamSignal.Starved : StreamSignal.Receiving;
        world.Events.Publish($"starve {connection}", IvsEvents.Signal(channel, starves ? "Starvation Start" : "Starvation End", connection, Now));
    }

    public void Begin(string channelId, ChannelSession session)
    {
        var channel = Find(channelId) ?? throw new SimulatedFault("no such channel");
        if (!channel.IsNews(session.Number) || channel.Armed?.Number > session.Number) return;
        if (channel.Armed is { } armed && armed.Number != session.Number) Finish(channel);
        if (channel.Armed is null) (channel.Armed, channel.Connections, channel.RecordingSince) = (session, [], null);
        NoteRecording(channel);
    }

    public void End(string channelId, ChannelSession session)
    {
        if (Find(channelId) is not { } channel) return;
        if (channel.Armed?.Number == session.Number)
        {
            Drop(channel);
            Finish(channel);
        }
        else if (channel.Over.GetValueOrDefault(session.Number) is { } report)
        {
            world.Events.Publish($"recording {report.RecordingId}", IvsEvents.Recording(channel, report, session.RecordingPrefix));
        }
    }

    /// <summary>A recording that is complete outlives its channel.</summary>
    public RecordingReport? RecordingOf(string channelId, ChannelSession session)
    {
        if (_channels.GetValueOrDefault(channelId) is not { } channel) return null;
        return channel.Armed?.Number == session.Number && session.Record
            ? new(channel.RecordingSince ?? Now, IdOf(channel, session.Number), channel.Connections, RecordingStatus.Recording)
            : channel.Over.GetValueOrDefault(session.Number);
    }

    private void Drop(ChannelState channel, string how = "Stream End")
    {
        if (channel.Connection is not { } connection) return;
        (channel.Connection, channel.Signal) = (null, StreamSignal.None);
        world.Say($"encoder {connection} is gone");
        world.Events.Publish($"end {connection}", IvsEvents.Signal(channel, how, connection, Now));
        world.Events.Publish($"session ended {connection}", IvsEvents.Signal(channel, "Session Ended", connection, Now));
    }

    private void NoteRecording(ChannelState channel)
    {
        if (channel is not { Armed: { } session, Connection: { } connection } || channel.Connections.Contains(connection)) return;
        channel.Connections.Add(connection);
        if (!session.Record || channel.RecordingSince is not null) return;
        channel.RecordingSince = Now;
        world.Objects.Put($"{session.RecordingPrefix}rec.m3u8", 100);
        var report = new RecordingReport(Now, IdOf(channel, session.Number), [.. channel.Connections], RecordingStatus.Recording);
        world.Events.Publish($"recording {report.RecordingId} starts", IvsEvents.Recording(channel, report, session.RecordingPrefix));
    }

    private void Finish(ChannelState channel)
    {
        if (channel.Armed is not { } session) return;
        channel.Armed = null;
        var report = session.Record ? Report(channel, session) : null;
        channel.Over[session.Number] = report;
        world.Say($"session {session.Number} of {channel.StreamId} is over: {report?.Status}");
        if (report is not null) world.Events.Publish($"recording {report.RecordingId}", IvsEvents.Recording(channel, report, session.RecordingPrefix));
    }

    private RecordingReport Report(ChannelState channel, ChannelSession session)
    {
        var failed = channel.RecordingSince is null || _dice.Chance(0.1);
        if (failed) world.Objects.Remove(session.RecordingPrefix);
        var media = failed ? null : new RecordedMedia(session.RecordingPrefix, "rec.m3u8", null, Math.Round((Now - channel.RecordingSince!.Value).TotalSeconds, 3));
        return new(Now, IdOf(channel, session.Number), [.. channel.Connections], failed ? RecordingStatus.Failed : RecordingStatus.Finishing, media);
    }

    private static string IdOf(ChannelState channel, int session) => $"{channel.StreamId}-{session}";
}
