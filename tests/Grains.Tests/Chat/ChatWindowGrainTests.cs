using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

[Collection(ChatTests.Name)]
public sealed class ChatWindowGrainTests : IDisposable
{
    private readonly ChatCluster _cluster;
    private readonly Party _party;

    public ChatWindowGrainTests(ChatCluster cluster)
    {
        _cluster = cluster;
        _party = new(cluster);
        (cluster.Options.WindowMilliseconds, cluster.Options.BusyWindowMilliseconds) = (25, 50);
    }

    public void Dispose()
    {
        (_cluster.Options.WindowMilliseconds, _cluster.Options.BusyWindowMilliseconds) = (0, 0);
        _cluster.Log.Fault = null;
    }

    [Fact]
    public async Task FirstPost_GoesAtOnce_AndThoseAfterItTogetherAtTheEndOfTheWindow()
    {
        var appends = _cluster.Log.Appends;
        Assert.Equal(1, await _party.Say(Party.Fan, "at once"));
        var rest = Enumerable.Range(0, 20).Select(i => _party.Say(new($"u{i}", "U"), "together")).ToList();
        var all = Task.WhenAll(rest);
        await _cluster.World.AdvanceUntil(all, TimeSpan.FromMilliseconds(1));
        await all;
        Assert.InRange(_cluster.Log.Appends - appends, 2, 3);

        _cluster.World.Clock.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal(22, await _party.Say(Party.Fan, "at once again"));
    }

    [Fact]
    public async Task WindowThatIsOpen_HoldsAPostBackUntilTheClockSaysSo()
    {
        await _party.Say(Party.Fan, "first");
        var second = _party.Try(Party.Fan, "second");
        // Whatever the room does without time passing, it has done when it has answered this.
        await _party.Join();
        await _party.Join();
        Assert.False(second.IsCompleted);
        await _cluster.World.AdvanceUntil(second, TimeSpan.FromMilliseconds(30));
        Assert.Equal(2, Party.Ok(await second).Seq);
    }

    [Fact]
    public async Task TooManyWaiting_AreRefusedAndTheOthersKept()
    {
        _cluster.Options.MaxWaiting = 5;
        try
        {
            await _party.Say(Party.Fan, "first");
            var posts = Enumerable.Range(0, 8).Select(i => _party.Try(new($"u{i}", "U"), "now")).ToList();
            var all = Task.WhenAll(posts);
            // Calls come in order: all of them have reached the room when it answers this.
            await _party.Join();
            await _cluster.World.AdvanceUntil(all, TimeSpan.FromMilliseconds(25));
            var answers = await all;
            Assert.Equal(5, answers.Count(a => a.Ok));
            Assert.All(answers.Where(a => !a.Ok), a => Assert.Equal(("room_busy", 1), (a.Rejection!.Code, a.Rejection.RetryAfter)));
        }
        finally
        {
            _cluster.Options.MaxWaiting = 5_000;
        }
    }

    [Theory]
    [InlineData(0, 25)]
    [InlineData(10, 30)]
    [InlineData(50, 50)]
    [InlineData(250, 50)]
    public void Window_GrowsWithTheFlushBefore(int entries, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), ChatPace.Window(entries, new ChatOptions()));
}
