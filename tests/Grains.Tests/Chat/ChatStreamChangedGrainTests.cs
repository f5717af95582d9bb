using ContentPages.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>The stream changes while the room is being told what it was.</summary>
[Collection(ChatTests.Name)]
public sealed class ChatStreamChangedGrainTests(ChatCluster cluster) : IDisposable
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => cluster.Streams.BeforeAnswer = null;

    [Fact]
    public async Task DeletedStream_WhileAnOldAnswerIsOnItsWay_TakesItsRoomAlong()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        await party.Act(Party.Owner, new TimeOutUser(Party.Other, 5));
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(cluster.Options.HostSeconds));
        DelayAnswers(party);
        var joining = party.Room.Join(null, null);
        await _asked.Task;

        cluster.Streams.All.TryRemove(party.Id, out _);
        await Changed(party, party.Room.StreamChanged());
        await joining;
        Assert.Equal(0, await cluster.Log.Last(party.Id));
        Assert.Null(await party.Stored());
        Party.Refused("not_found", await party.Try(Party.Fan, "two"));
    }

    /// <summary>Lets the answer through once the call has reached the room: calls come in order.</summary>
    private async Task Changed(Party party, Task change)
    {
        await party.Room.ReportViewers(1);
        _answer.SetResult();
        await change;
    }

    private void DelayAnswers(Party party) => cluster.Streams.BeforeAnswer = id =>
    {
        if (id != party.Id) return Task.CompletedTask;
        _asked.TrySetResult();
        return _answer.Task;
    };
}
