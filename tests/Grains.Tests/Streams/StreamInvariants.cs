using System.Text.Json;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Streams;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Streams;

/// <summary>What is true of a stream's state whatever has happened to it.</summary>
internal static class StreamInvariants
{
    /// <summary>As it is stored: what can be compared, since lists have no equality of their own.</summary>
    public static string Json(LiveStreamState state) => JsonSerializer.Serialize(state, CatalogStorage.Json);

    public static void Check(LiveStreamState state)
    {
        var json = Json(state);
        Assert.Equal(json, Json(JsonSerializer.Deserialize<LiveStreamState>(json, CatalogStorage.Json)!));
        if (state.Status is StreamStatus.None) Assert.Equal(Json(new()), json);
        CheckStatus(state);
        CheckSignal(state.Signal);
        foreach (var session in state.Sessions) Check(state, session);
        Assert.Equal(state.Sessions.Select(s => s.Number).Order().Distinct(), state.Sessions.Select(s => s.Number));
        Assert.InRange(state.Sessions.Count, 0, LiveStreamSchedule.MostSessions);
        Assert.InRange(state.Sessions.Count(s => s.ViewersByMinute.Count > 0), 0, LiveStreamSchedule.SessionsWithMinutes);
        Assert.Equal(state.Status is StreamStatus.Deleted, state.Pending.HasFlag(StreamWork.RemoveEverything));
        Assert.Equal(state.Status is not StreamStatus.None && state.Channel is null, state.Pending.HasFlag(StreamWork.CreateChannel));
        Assert.Equal(state.Covers.Unwanted.Count > 0, state.Pending.HasFlag(StreamWork.RemoveCovers));
        Assert.Equal(state.Covers.Expected.Count > 0, state.Covers.ExpectedUntil is not null);
        Assert.InRange(state.Covers.Expected.Count, 0, CoverState.MostExpected);
        Assert.InRange(state.Covers.Unwanted.Count, 0, CoverState.MostUnwanted);
        Assert.DoesNotContain(state.Cover, state.Covers.Unwanted);
        if (!state.IsOnAir) Assert.Equal(0, state.Viewers);
    }

    public static void CheckStep(LiveStreamState before, LiveStreamState after)
    {
        if (before.Status is StreamStatus.Deleted) Assert.Equal(StreamStatus.Deleted, after.Status);
        if (before.Status is StreamStatus.Live or StreamStatus.Reconnecting) Assert.True(after.Status is StreamStatus.Live or StreamStatus.Reconnecting or StreamStatus.Ended or StreamStatus.Scheduled);
        Assert.True((after.Session?.Number ?? 0) - (before.Session?.Number ?? 0) is 0 or 1, "Sessions are numbered one by one.");
        foreach (var now in after.Sessions)
        {
            if (before.Sessions.FirstOrDefault(s => s.Number == now.Number) is not { } then) continue;
            Assert.Equal((then.VideoId, then.StartedAt, then.Record), (now.VideoId, now.StartedAt, now.Record));
            if (then.LiveAt is not null) Assert.Equal(then.LiveAt, now.LiveAt);
            if (then.EndedAt is not null) Assert.Equal((then.EndedAt, then.End), (now.EndedAt, now.End));
            if (then.Recording is RecordingStatus.Ready or RecordingStatus.None) Assert.Equal(then.Recording, now.Recording);
            Assert.True(now.PeakViewers >= then.PeakViewers, "The peak never goes down.");
        }
    }

    private static void CheckStatus(LiveStreamState state)
    {
        var session = state.Session;
        Assert.Equal(state.IsInSession, session is { EndedAt: null });
        Assert.Equal(state.IsOnAir, session is { EndedAt: null, LiveAt: not null });
        Assert.Equal(state.Status is StreamStatus.Reconnecting, state.ReconnectBy is not null);
        if (state.Status is StreamStatus.Live) Assert.NotNull(state.Signal.Present);
        if (state.Status is StreamStatus.Reconnecting) Assert.Null(state.Signal.Present);
        if (state.Status is StreamStatus.Starting) Assert.False(session!.ArmedAt is not null && state.Signal.Present is not null, "It should be live.");
        if (state.Status is StreamStatus.Scheduled) Assert.NotNull(state.Details.ScheduledFor);
        if (state.Status is StreamStatus.Offline or StreamStatus.Ended)
        {
            Assert.Null(state.Details.ScheduledFor);
            Assert.Equal(state.Status is StreamStatus.Ended, state.EndedAt is not null);
        }

        var isOpen = state.IsInSession || state.Status is StreamStatus.Scheduled || state.Pending != StreamWork.None || state.Signal.Present is not null
            || state.Covers.Expected.Count > 0 || state.Sessions.Any(s => !s.IsSettled);
        Assert.Equal(isOpen, state.DueAt is not null);
    }

    private static void CheckSignal(SignalState signal)
    {
        Assert.InRange(signal.Ended.Count, 0, SignalState.MostEnded);
        Assert.Equal(signal.Ended.Distinct(), signal.Ended);
        if (signal.Present is not { } present) return;
        Assert.DoesNotContain(present.Id, signal.Ended);
        Assert.NotEqual(StreamSignal.None, present.Signal);
        Assert.NotNull(signal.NewestStart);
    }

    private static void Check(LiveStreamState state, SessionState session)
    {
        var isOn = session.EndedAt is null;
        Assert.Equal(isOn, session.End is null);
        if (isOn) Assert.Equal((state.Session!.Number, true), (session.Number, state.IsInSession));
        if (isOn) Assert.Equal(SessionWork.None, session.Pending & ~(SessionWork.Begin | SessionWork.DropRecording));
        else Assert.False(session.Pending.HasFlag(SessionWork.Begin));
        if (session.Pending.HasFlag(SessionWork.CreateVideo)) Assert.Equal((RecordingStatus.Finishing, true), (session.Recording, session.Media is not null && session.LiveAt is not null));
        if (session.Recording is RecordingStatus.Finishing) Assert.NotNull(session.EndedAt);
        if (session.Recording is RecordingStatus.Recording) Assert.Null(session.EndedAt);
        if (!session.Record) Assert.Equal(RecordingStatus.None, session.Recording);
        if (session.LiveAt is { } live) Assert.True(live >= session.StartedAt && (isOn || live <= session.EndedAt));
        Assert.True(EntityId.IsValid(session.VideoId) && VideoKeys.RecordingPrefix(session.VideoId).Length > 0);
        Assert.InRange(session.Connections.Count, 0, SessionState.MostConnections);
        Assert.InRange(session.Breaks.Count, 0, SessionState.MostBreaks);
        Assert.InRange(session.ViewersByMinute.Count, 0, SessionState.MostMinutes);
        var last = session.LiveAt;
        foreach (var one in session.Breaks)
        {
            Assert.True(one.LostAt >= last && (one.BackAt is null || one.BackAt >= one.LostAt), "Breaks are in order.");
            last = one.BackAt ?? one.LostAt;
        }
    }
}
