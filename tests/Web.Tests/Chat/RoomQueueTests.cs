using ContentPages.Chat;
using ContentPages.Web.Chat;

namespace ContentPages.Web.Tests.Chat;

public sealed class RoomQueueTests
{
    [Fact]
    public void Put_BatchesThatFit_ComeOutInOrder()
    {
        var queue = new RoomQueue(2);
        Assert.True(queue.IsEmpty);
        Assert.True(queue.Put(Batches.Of(1)));
        Assert.True(queue.Put(Batches.Of(2)));

        Assert.Equal([1, 2], TakeAll(queue).Select(batch => batch.From));
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void Put_BatchesThatDoNotFit_LeaveAGapInTheNumbers()
    {
        var queue = new RoomQueue(1);
        queue.Put(Batches.Of(1));
        Assert.False(queue.Put(Batches.Of(2)));
        Assert.False(queue.Put(Batches.Of(3)));

        var taken = TakeAll(queue);

        Assert.Equal([(1, 1), (4, 3)], taken.Select(batch => (batch.From, batch.To)));
        Assert.Empty(taken[1].Messages);
    }

    [Fact]
    public void Put_NewsThatDoesNotFit_IsKeptTheLatestOfEachKind()
    {
        var (viewer, banned, moderator) = (new ChatStanding(ChatRole.Viewer), new ChatStanding(ChatRole.Viewer, Banned: true), new ChatStanding(ChatRole.Moderator));
        var queue = new RoomQueue(1);
        queue.Put(Batches.Of(1));
        queue.Put(Batches.News(1, viewers: 5, held: 2, slowMode: 10, standings: [("ann", viewer), ("eve", banned)]));
        queue.Put(Batches.News(1, viewers: 6, standings: [("ann", moderator)]));

        var news = TakeAll(queue)[1];

        Assert.Equal((6, 2, 10), (news.Viewers, news.Held, news.Room!.SlowModeSeconds));
        Assert.Equal([("ann", moderator), ("eve", banned)], news.Standings.OrderBy(each => each.Key).Select(each => (each.Key, each.Value)));
    }

    [Fact]
    public void Put_WhileSomethingWasDropped_KeepsTheOrder()
    {
        var queue = new RoomQueue(1);
        queue.Put(Batches.Of(1));
        queue.Put(Batches.Of(2));
        Assert.True(queue.TryTake(out _));

        Assert.False(queue.Put(Batches.Of(3)));

        Assert.Equal([(4, 3)], TakeAll(queue).Select(batch => (batch.From, batch.To)));
        Assert.True(queue.Put(Batches.Of(4)));
    }

    private static List<ChatBatch> TakeAll(RoomQueue queue)
    {
        var all = new List<ChatBatch>();
        while (queue.TryTake(out var batch)) all.Add(batch);
        return all;
    }
}
