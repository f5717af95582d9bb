using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class LiveStreamMachineApplyTests
{
    private static readonly DateTimeOffset Now = GivenStream.T0.AddHours(1);

    private static readonly LiveStreamEvent[] Events =
    [
        new LiveStreamEvent.Created(GivenStream.Id, GivenStream.Stream, Now),
        new LiveStreamEvent.DetailsChanged(GivenStream.Details with { Title = "Other" }, Now),
        new LiveStreamEvent.ScheduleMissed(Now),
        new LiveStreamEvent.Deleted(Now),
        new LiveStreamEvent.ChannelMade(new("ch-2", "https://play.test"), Now),
        new LiveStreamEvent.ChannelLost(Now),
        new LiveStreamEvent.SessionStarted(7, GivenStream.Video, Now),
        new LiveStreamEvent.SessionArmed(1, Now),
        new LiveStreamEvent.Connected("st-4", Now, StreamSignal.Starved, Now),
        new LiveStreamEvent.Disconnected(GivenStream.Connection, Now),
        new LiveStreamEvent.SignalChanged(StreamSignal.Starved, Now, Now),
        new LiveStreamEvent.WentLive(Now, Now),
        new LiveStreamEvent.Interrupted(Now, Now),
        new LiveStreamEvent.Resumed(Now, Now),
        new LiveStreamEvent.SessionEnded(SessionEnd.Stopped, Now),
        new LiveStreamEvent.TroubleFound(new("a", "b", Now), Now),
        new LiveStreamEvent.RecordingNoted(1, "r", ["st-1", "st-6"], Now),
        new LiveStreamEvent.RecordingCompleted(1, GivenStream.Media(GivenStream.Video), Now),
        new LiveStreamEvent.RecordingFailed(1, Now),
        new LiveStreamEvent.RecordingReady(1, Now),
        new LiveStreamEvent.SessionWorkFinished(1, SessionWork.End, Now),
        new LiveStreamEvent.WorkFinished(StreamWork.RemoveCovers, Now),
        new LiveStreamEvent.ViewersChanged(3, Now),
        new LiveStreamEvent.MinutePassed(3, 5, Now),
        new LiveStreamEvent.CoverExpected(GivenStream.Cover(1), Now),
        new LiveStreamEvent.CoverChanged(GivenStream.Cover(1), Now),
        new LiveStreamEvent.CoverOutdated(GivenStream.Cover(1), Now),
        new LiveStreamEvent.CoversRemoved([GivenStream.Cover(1)], Now),
        new LiveStreamEvent.CoversForgotten(Now),
        new LiveStreamEvent.Deferred(Now),
    ];

    [Fact]
    public void TheExamples_HaveEveryEvent() =>
        Assert.Equal(typeof(LiveStreamEvent).GetNestedTypes().Select(t => t.Name).Order(), Events.Select(e => e.GetType().Name).Order());

    [Fact]
    public void Apply_OfAnyEventInAnySituation_AnswersAStateThatCanBeStored()
    {
        foreach (var state in GivenStream.Situations.Values)
        {
            foreach (var happened in Events)
            {
                var json = StreamInvariants.Json(LiveStreamMachine.Apply(state, happened));
                Assert.Equal(json, StreamInvariants.Json(System.Text.Json.JsonSerializer.Deserialize<LiveStreamState>(json, Grains.Catalog.CatalogStorage.Json)!));
            }
        }
    }

    [Fact]
    public void Apply_Created_KeepsWhatWasDeclared()
    {
        var state = GivenStream.Created;
        Assert.Equal((GivenStream.Id, GivenStream.Owner, "Ada", StreamStatus.Offline, GivenStream.Details), (state.Id, state.OwnerId, state.OwnerName, state.Status, state.Details));
        Assert.Equal((GivenStream.T0, GivenStream.T0, StreamWork.CreateChannel), (state.CreatedAt, state.UpdatedAt, state.Pending));
        var planned = GivenStream.Stream with { Details = GivenStream.Details with { ScheduledFor = Now } };
        Assert.Equal(StreamStatus.Scheduled, GivenStream.None.After(new LiveStreamCommand.Create(GivenStream.Id, planned), Now).Status);
    }

    [Fact]
    public void Snapshot_ShowsTheSessionThatIsOnOrWasTheLast()
    {
        var snapshot = LiveStreamSnapshots.Of(GivenStream.LiveAgain, "7");
        Assert.Equal(("7", StreamStatus.Live, StreamSignal.Receiving, "ch-1", 2), (snapshot.Version, snapshot.Status, snapshot.Signal, snapshot.ChannelId, snapshot.Session!.Number));
        Assert.Equal(StreamSignal.None, LiveStreamSnapshots.Of(GivenStream.Reconnecting, "").Signal);
        Assert.Null(LiveStreamSnapshots.Of(GivenStream.Offline, "").Session);

        var change = StreamChange.Of(LiveStreamSnapshots.Of(GivenStream.Settled, ""));
        Assert.Equal((GivenStream.Id, StreamStatus.Ended, 1, GivenStream.Video), (change.StreamId, change.Status, change.SessionNumber, change.RecordingVideoId));
    }
}
