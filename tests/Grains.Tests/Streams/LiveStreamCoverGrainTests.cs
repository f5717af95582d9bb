using ContentPages.Grains.Streams;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Tests.Videos;

namespace ContentPages.Grains.Tests.Streams;

[Collection(GrainTests.Name)]
public sealed class LiveStreamCoverGrainTests(GrainCluster cluster)
{
    [Theory]
    [InlineData("image/jpeg", 8 * 1024 * 1024, ".jpg")]
    [InlineData("image/png", 1, ".png")]
    [InlineData("image/webp", 100, ".webp")]
    [InlineData("image/gif", 100, null)]
    [InlineData("text/html", 100, null)]
    [InlineData("image/jpeg", 0, null)]
    [InlineData("image/jpeg", -1, null)]
    [InlineData("image/jpeg", 8 * 1024 * 1024 + 1, null)]
    public async Task Presign_TakesPicturesOfEightMebibytes(string contentType, long size, string? extension)
    {
        var gig = new Gig(cluster);
        await gig.Create();
        var ticket = await gig.Grain.PresignCover(contentType, size);
        if (extension is null)
        {
            Assert.Equal((RejectionKind.Invalid, "invalid_cover"), (ticket.Rejection!.Kind, ticket.Rejection.Code));
            return;
        }

        Assert.Equal((gig.Now.AddMinutes(15), contentType), (Film.Ok(ticket).ExpiresAt, ticket.Value!.Headers["Content-Type"]));
        Assert.StartsWith($"/streams/{gig.Id}/cover/", ticket.Value.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.EndsWith($"/cover{extension}", ticket.Value.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cover_ThatArrives_IsShownAndTheOneBeforeRemoved()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        var first = await Send(gig);
        await gig.Grain.CoverArrived(first);
        Assert.Equal(first, (await gig.Get()).Cover);
        var second = await Send(gig);
        await gig.Grain.CoverArrived(second);
        await gig.Grain.CoverArrived(second);
        await gig.Grain.CoverArrived(first);
        Assert.Equal(second, (await gig.Get()).Cover);
        Assert.Equal([second], gig.World.Objects.Keys(gig.Id));
        Assert.Null((await gig.Stored())!.DueAt);
    }

    [Fact]
    public async Task Cover_WhoseEventWasLost_IsFoundByTheSweeper()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        var cover = await Send(gig);
        await gig.Grain.Reconcile();
        Assert.Equal((cover, null), await gig.Stored() is { } s ? (s.Cover, s.DueAt) : default);
    }

    [Fact]
    public async Task Cover_ThatNeverCame_IsForgotten()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        await gig.Grain.PresignCover("image/png", 5);
        Assert.Equal(gig.Now.AddMinutes(5), (await gig.Stored())!.DueAt);
        gig.Pass(TimeSpan.FromMinutes(20));
        await gig.Grain.Reconcile();
        Assert.Equal((0, null), await gig.Stored() is { } s ? (s.Covers.Expected.Count, s.DueAt) : default);
    }

    [Fact]
    public async Task Removal_ThatFails_IsDoneByTheSweeper()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        var first = await Send(gig);
        await gig.Grain.CoverArrived(first);
        var second = await Send(gig);
        gig.World.Objects.Broken.Add($"streams/{gig.Id}/");
        await gig.Grain.CoverArrived(second);
        Assert.Equal((second, StreamWork.RemoveCovers), await gig.Stored() is { } s ? (s.Cover, s.Pending) : default);
        gig.World.Objects.Broken.Clear();
        await gig.Grain.Reconcile();
        Assert.Equal([second], gig.World.Objects.Keys(gig.Id));
    }

    [Fact]
    public async Task Cover_OfAnotherStreamOrAnotherShape_IsIgnored()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        foreach (var key in new[] { $"streams/{cluster.NewId()}/cover/a/cover.jpg", $"streams/{gig.Id}/cover/a.jpg", $"streams/{gig.Id}/other/a/cover.jpg", "streams", "" })
            await gig.Grain.CoverArrived(key);
        Assert.Null((await gig.Get()).Cover);
    }

    [Fact]
    public async Task Cover_OfADeletedStream_IsRemoved()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        var ticket = Film.Ok(await gig.Grain.PresignCover("image/png", 5));
        Film.Ok(await gig.Grain.Delete(null));
        gig.World.Objects.Put(ticket.Url.AbsolutePath[1..]);
        await gig.Grain.CoverArrived(ticket.Url.AbsolutePath[1..]);
        Assert.Empty(gig.World.Objects.Keys(gig.Id));
        Assert.Null(await gig.Stored());
    }

    /// <summary>Signed and sent; names sort by the millisecond.</summary>
    private static async Task<string> Send(Gig gig)
    {
        gig.Pass(TimeSpan.FromMilliseconds(1));
        var key = Film.Ok(await gig.Grain.PresignCover("image/png", 5)).Url.AbsolutePath[1..];
        gig.World.Objects.Put(key);
        return key;
    }
}
