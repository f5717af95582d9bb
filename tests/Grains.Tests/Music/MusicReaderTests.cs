using ContentPages.Grains.Catalog;
using ContentPages.Grains.Music;
using ContentPages.Grains.Tests.Catalog;
using ContentPages.Music;

namespace ContentPages.Grains.Tests.Music;

public sealed class MusicReaderTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryCatalog _catalog = new();
    private readonly MusicReader _reader;
    private int _created;

    public MusicReaderTests() => _reader = new(_catalog);

    [Fact]
    public async Task Get_AnswersWhatIsStored()
    {
        await Track("t1", "One", position: 3);
        await Album("a1", "All");

        Assert.Equal(("t1", "1", "o", new TrackDetails("One", "", "a1", 3)), await _reader.GetTrack("t1") is { } t ? (t.Id, t.Version, t.OwnerId, t.Details) : default);
        Assert.Equal(("a1", "2", "o", new AlbumDetails("All", "")), await _reader.GetAlbum("a1") is { } a ? (a.Id, a.Version, a.OwnerId, a.Details) : default);
        Assert.Null(await _reader.GetTrack("a1"));
        Assert.Null(await _reader.GetAlbum("t1"));
    }

    [Fact]
    public async Task ListTracksOfAlbum_IsByPlaceThenByCreation()
    {
        await Track("t1", "No place");
        await Track("t2", "Tenth", position: 10);
        await Track("t3", "Second", position: 2);
        await Track("t4", "No place either");
        await Track("t5", "Second too", position: 2);
        await Track("t6", "Elsewhere", album: "a2", position: 1);

        Assert.Equal(["t3", "t5", "t2", "t1", "t4"], (await _reader.ListTracksOfAlbum("a1", 24, null)).Items.Select(t => t.Id));
    }

    [Fact]
    public async Task List_OfEveryone_IsByTitle()
    {
        await Track("t1", "zebra");
        await Track("t2", "Äpfel");
        await Track("t3", "Birnen", owner: "p");
        Assert.Equal(["t2", "t3", "t1"], (await _reader.ListTracks(new())).Items.Select(t => t.Id));
    }

    [Fact]
    public async Task List_OfAnOwner_IsNewestFirst()
    {
        await Album("a1", "zebra");
        await Album("a2", "Äpfel");
        await Album("a3", "Birnen", owner: "p");
        Assert.Equal(["a2", "a1"], (await _reader.ListAlbums(new(OwnerId: "o"))).Items.Select(a => a.Id));
    }

    [Fact]
    public async Task List_WithASearch_FindsFoldedParts()
    {
        await Album("a1", "Grüße aus Köln");
        await Album("a2", "Berlin");
        Assert.Equal(["a1"], (await _reader.ListAlbums(new(Search: "KOLN"))).Items.Select(a => a.Id));
        Assert.Equal(2, (await _reader.ListAlbums(new(Search: " "))).Items.Count);
    }

    [Fact]
    public async Task List_ByPages_ShowsEachOnce()
    {
        for (var i = 1; i <= 3; i++) await Track($"t{i}", $"{i}");
        var first = await _reader.ListTracks(new(Limit: 2));
        var second = await _reader.ListTracks(new(Limit: 2, Cursor: first.NextCursor));
        Assert.Equal(["t1", "t2", "t3"], first.Items.Concat(second.Items).Select(t => t.Id));
        Assert.Null(second.NextCursor);
    }

    private Task Track(string id, string title, string album = "a1", int? position = null, string owner = "o") => Store("track", id, new TrackState
    {
        Id = id, OwnerId = owner, Details = new(title, "", album, position), CreatedAt = Start.AddHours(++_created),
    });

    private Task Album(string id, string title, string owner = "o") => Store("album", id, new AlbumState
    {
        Id = id, OwnerId = owner, Details = new(title, ""), CreatedAt = Start.AddHours(++_created),
    });

    private Task Store<T>(string kind, string id, T state) =>
        new CatalogStorage(_catalog).WriteStateAsync(kind, GrainId.Create(kind, id), new GrainState<T>(state));
}
