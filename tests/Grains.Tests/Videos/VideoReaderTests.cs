using ContentPages.Grains.Catalog;
using ContentPages.Grains.Tests.Catalog;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

public sealed class VideoReaderTests
{
    private readonly InMemoryCatalog _catalog = new();
    private readonly VideoReader _reader;
    private int _created;

    public VideoReaderTests() => _reader = new(_catalog);

    [Fact]
    public async Task Get_AnswersTheStoredVideoWithItsVersion()
    {
        await Add("v1", Given.Ready);
        var video = await _reader.Get("v1");
        Assert.Equal(("v1", "1", VideoStatus.Ready, Given.Media(1)), (video!.Id, video.Version, video.Status, video.Media));
    }

    [Fact]
    public async Task Get_OfADeletedOrUnknownVideo_IsNull()
    {
        await Add("v1", Given.Deleted);
        Assert.Null(await _reader.Get("v1"));
        Assert.Null(await _reader.Get("v2"));
    }

    [Fact]
    public async Task List_ForEveryone_IsReadyAndPublicOnesNewestFirst()
    {
        await Add("v1", Given.Ready);
        await Add("v2", Given.Ready, d => d with { Visibility = Visibility.Unlisted });
        await Add("v3", Given.Ready, d => d with { Visibility = Visibility.Private });
        await Add("v4", Given.Running);
        await Add("v5", Given.Failed);
        await Add("v6", Given.Deleted);
        await Add("v7", Given.Ready);
        Assert.Equal(["v7", "v1"], await List(new()));
    }

    [Fact]
    public async Task List_OfAnOwner_IsAllOfTheirsWithAnyStatus()
    {
        await Add("v1", Given.Uploading);
        await Add("v2", Given.Ready, d => d with { Visibility = Visibility.Private });
        await Add("v3", Given.Ready, owner: "owner-2");
        await Add("v4", Given.Deleted);
        Assert.Equal(["v2", "v1"], await List(new(OwnerId: Given.Owner)));
        Assert.Equal(["v1"], await List(new(OwnerId: Given.Owner, Status: VideoStatus.Uploading)));
        Assert.Equal([], await List(new(OwnerId: "owner-3")));
    }

    [Fact]
    public async Task List_OfATrackOrAlbum_IsWhatIsPublicUnlessTheOwnerAsks()
    {
        await Add("v1", Given.Ready);
        await Add("v2", Given.Ready, d => d with { Visibility = Visibility.Private });
        await Add("v3", Given.Ready, d => d with { TrackId = "track-2", AlbumId = null });
        await Add("v4", Given.Ready, owner: "owner-2");

        Assert.Equal(["v4", "v1"], await List(new(TrackId: "track-1")));
        Assert.Equal(["v4", "v1"], await List(new(AlbumId: "album-1")));
        Assert.Equal(["v2", "v1"], await List(new(OwnerId: Given.Owner, TrackId: "track-1")));
        Assert.Equal(["v3"], await List(new(TrackId: "track-2")));
        Assert.Equal([], await List(new(TrackId: "track-2", AlbumId: "album-1")));
    }

    [Fact]
    public async Task List_WithASearch_FindsFoldedParts()
    {
        await Add("v1", Given.Ready, d => d with { Title = "Über den Wolken" });
        await Add("v2", Given.Ready, d => d with { Title = "Unter Tage" });
        Assert.Equal(["v1"], await List(new(Search: "UBER  den")));
        Assert.Equal(["v2", "v1"], await List(new(Search: "  ")));
    }

    [Fact]
    public async Task List_ByPages_ShowsEachVideoOnce()
    {
        for (var i = 1; i <= 5; i++) await Add($"v{i}", Given.Ready);

        var first = await _reader.List(new(Limit: 2));
        var second = await _reader.List(new(Limit: 2, Cursor: first.NextCursor));
        var third = await _reader.List(new(Limit: 2, Cursor: second.NextCursor));
        Assert.Equal(["v5", "v4", "v3", "v2", "v1"], new[] { first, second, third }.SelectMany(p => p.Items).Select(v => v.Id));
        Assert.Null(third.NextCursor);
    }

    private async Task<IEnumerable<string>> List(VideoListQuery query) => (await _reader.List(query)).Items.Select(v => v.Id);

    private Task Add(string id, VideoState like, Func<VideoDetails, VideoDetails>? edit = null, string owner = Given.Owner)
    {
        var age = TimeSpan.FromHours(++_created);
        var state = like with
        {
            Id = id, OwnerId = owner, Details = edit?.Invoke(like.Details) ?? like.Details, CreatedAt = like.CreatedAt + age, PublishedAt = like.PublishedAt + age,
        };
        return new CatalogStorage(_catalog).WriteStateAsync("video", GrainId.Create("video", id), new GrainState<VideoState>(state));
    }
}
