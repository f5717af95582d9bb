using ContentPages.Grains.Catalog;
using ContentPages.Grains.Streams;
using ContentPages.Grains.Tests.Catalog;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class LiveStreamReaderTests
{
    private readonly InMemoryCatalog _catalog = new();
    private readonly LiveStreamReader _reader;
    private int _created;

    public LiveStreamReaderTests() => _reader = new(_catalog);

    [Fact]
    public async Task Get_AnswersTheStoredStreamWithItsVersion()
    {
        await Add("s1", GivenStream.Live);
        var stream = await _reader.Get("s1");
        Assert.Equal(("s1", "1", StreamStatus.Live, 1), (stream!.Id, stream.Version, stream.Status, stream.Session!.Number));
    }

    [Fact]
    public async Task Get_OfADeletedOrUnknownStream_IsNull()
    {
        await Add("s1", GivenStream.Deleted);
        Assert.Null(await _reader.Get("s1"));
        Assert.Null(await _reader.Get("s2"));
    }

    [Fact]
    public async Task List_OfWhatIsLive_IsPublicOnesNewestFirst()
    {
        await Add("s1", GivenStream.Live);
        await Add("s2", GivenStream.LiveAgain);
        await Add("s3", GivenStream.Reconnecting);
        await Add("s4", GivenStream.Live, Visibility.Private);
        await Add("s5", GivenStream.Live, Visibility.Unlisted);
        await Add("s6", GivenStream.Ended);
        Assert.Equal(["s2", "s3", "s1"], await List(new(StreamListing.Live)));
    }

    [Fact]
    public async Task List_OfWhatIsPlanned_IsSoonestFirst()
    {
        await Add("s1", GivenStream.Scheduled with { Details = GivenStream.Details with { ScheduledFor = GivenStream.T0.AddDays(2) } });
        await Add("s2", GivenStream.Scheduled with { Details = GivenStream.Details with { ScheduledFor = GivenStream.T0.AddDays(1) } });
        await Add("s3", GivenStream.Scheduled, Visibility.Private);
        await Add("s4", GivenStream.Offline);
        Assert.Equal(["s2", "s1"], await List(new(StreamListing.Scheduled)));
    }

    [Fact]
    public async Task List_OfWhatIsOver_IsNewestFirst()
    {
        await Add("s1", GivenStream.Ended);
        await Add("s2", GivenStream.Settled with { EndedAt = GivenStream.T0.AddDays(1) });
        await Add("s3", GivenStream.Deleted);
        await Add("s4", GivenStream.Offline);
        await Add("s5", GivenStream.LiveAgain);
        Assert.Equal(["s2", "s1"], await List(new(StreamListing.Ended)));
    }

    [Fact]
    public async Task List_OfAnOwner_IsAllOfTheirsWithAnyStatus()
    {
        await Add("s1", GivenStream.Offline, Visibility.Private);
        await Add("s2", GivenStream.Live);
        await Add("s3", GivenStream.Live, owner: "owner-2");
        await Add("s4", GivenStream.Deleted);
        Assert.Equal(["s2", "s1"], await List(new(StreamListing.Owner, GivenStream.Owner)));
        Assert.Equal(["s1"], await List(new(StreamListing.Owner, GivenStream.Owner, StreamStatus.Offline)));
        Assert.Equal([], await List(new(StreamListing.Owner, "owner-3")));
    }

    [Fact]
    public async Task List_ByPages_ShowsEachStreamOnce()
    {
        for (var i = 1; i <= 5; i++) await Add($"s{i}", GivenStream.Offline);
        var first = await _reader.List(new(StreamListing.Owner, GivenStream.Owner, Limit: 3));
        var second = await _reader.List(new(StreamListing.Owner, GivenStream.Owner, Limit: 3, Cursor: first.NextCursor));
        Assert.Equal(["s5", "s4", "s3", "s2", "s1"], new[] { first, second }.SelectMany(p => p.Items).Select(s => s.Id));
        Assert.Null(second.NextCursor);
    }

    private async Task<IEnumerable<string>> List(StreamListQuery query) => (await _reader.List(query)).Items.Select(s => s.Id);

    private Task Add(string id, LiveStreamState like, Visibility visibility = Visibility.Public, string owner = GivenStream.Owner)
    {
        var state = like with { Id = id, OwnerId = owner, Details = like.Details with { Visibility = visibility }, CreatedAt = like.CreatedAt.AddHours(++_created) };
        return new CatalogStorage(_catalog).WriteStateAsync("stream", GrainId.Create("stream", id), new GrainState<LiveStreamState>(state));
    }
}
