using ContentPages.Chat;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Tests.Videos;

namespace ContentPages.Grains.Tests.Streams;

/// <summary>What a stream tells its chat room.</summary>
[Collection(GrainTests.Name)]
public sealed class LiveStreamRoomGrainTests(GrainCluster cluster)
{
    private static readonly ChatPerson s_fan = new("fan", "Fay");

    [Fact]
    public async Task Update_ToPrivate_ClosesTheRoomToOthersAtOnce()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        var room = cluster.Grain<IChatRoomGrain>(gig.Id);
        Film.Ok(await room.Post(s_fan, "c1", "hello"));

        Film.Ok(await gig.Grain.Update(gig.Stream.Details with { Visibility = Visibility.Private }, null));
        Assert.Equal("not_found", (await room.Join(s_fan, null)).Rejection?.Code);
        Assert.Equal("hello", Assert.Single(Film.Ok(await room.Join(new(gig.Owner, "Ada"), null)).Messages).Text);
    }

    [Fact]
    public async Task Delete_RemovesTheRoomWithItsLog()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        var room = cluster.Grain<IChatRoomGrain>(gig.Id);
        Film.Ok(await room.Post(s_fan, "c1", "hello"));
        Film.Ok(await room.Moderate(new(gig.Owner, "Ada"), new BanUser(s_fan)));

        Film.Ok(await gig.Grain.Delete(null));
        Assert.Equal("not_found", (await room.Join(null, null)).Rejection?.Code);
        Assert.Equal(0, await gig.World.ChatLog.Last(gig.Id));
        Assert.Null(await gig.World.Catalog.Get(ContentPages.Grains.Catalog.CatalogStorage.KeyOf("chat/room", gig.Id)));
    }
}
