using ContentPages.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>Acts that are stored are seen into the log, by whichever activation finds them and whenever it does.</summary>
[Collection(ChatTests.Name)]
public sealed class ChatPendingActsGrainTests(ChatCluster cluster) : IDisposable
{
    public void Dispose() => (cluster.Log.Fault, cluster.Log.BeforeGetAudit) = (null, null);

    [Fact]
    public async Task ActOfAnotherActivation_ThatIsReadWhileTheLogIsAskedForAnOlderOne_IsLoggedToo()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        var (asked, answer) = (NewGate(), NewGate());
        cluster.Log.BeforeGetAudit = id =>
        {
            if (id != party.Id) return Task.CompletedTask;
            asked.TrySetResult();
            return answer.Task;
        };
        cluster.Log.Fault = id => id == party.Id ? LogFault.BeforeWrite : LogFault.None;
        Party.Refused("unavailable", await party.Room.Moderate(Party.Owner, new BanUser(Party.Other)));
        cluster.Log.Fault = null;
        await cluster.World.AdvanceUntil(asked.Task, TimeSpan.FromMilliseconds(300));

        // Another activation bans somebody else and dies; this one reads the state of that while it waits to hear of its own act.
        var theirs = new ChatAuditEntry(cluster.NewId(), cluster.World.Clock.GetUtcNow(), Party.Owner, ChatActKind.BannedUser, Party.Fan);
        await party.Store(state => state with { Bans = state.Bans.SetItem("fan", new(Party.Fan, theirs.At)), Pending = state.Pending.Add(new(theirs, null)) });
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(cluster.Options.HostSeconds));
        Party.Refused("banned", await party.Try(Party.Fan, "two"));

        // What is found waits before this message, so with its answer both acts are in the log.
        var posting = party.Try(Party.Owner, "three");
        answer.SetResult();
        Party.Ok(await cluster.World.Patiently(posting));
        Assert.Equal(["fan", "other"], (await party.Audit()).Select(a => a.User!.UserId).Order(StringComparer.Ordinal));
    }

    private static TaskCompletionSource NewGate() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
