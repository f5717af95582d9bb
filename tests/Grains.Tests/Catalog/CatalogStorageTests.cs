using System.Text;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Music;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Grains.Videos;
using ContentPages.Videos;
using Orleans.Storage;

namespace ContentPages.Grains.Tests.Catalog;

public sealed class CatalogStorageTests
{
    private static readonly GrainId Grain = GrainId.Create("video", Given.Id);
    private static readonly CatalogKey Key = new($"VIDEO#{Given.Id}", "STATE");

    private readonly InMemoryCatalog _catalog = new();
    private readonly CatalogStorage _storage;

    public CatalogStorageTests() => _storage = new(_catalog);

    [Fact]
    public void KeyOf_IsKindAndId() => Assert.Equal(Key, CatalogStorage.KeyOf("video", Given.Id));

    [Fact]
    public async Task Write_StoresOneItemWithItsPlacesInTheIndexes()
    {
        var state = Given.Ready;
        var written = await Write(state);

        var item = Assert.Single(_catalog.All);
        Assert.Equal((Key, written.ETag, "Ready", "first light", true), (item.Key, item.Version, item.Status, item.SearchText, item.Listed));
        Assert.Equal(state.Entries(), item.Entries);
        Assert.True(written.RecordExists);
        Assert.Null(item.ExpiresAt);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Read_AnswersWhatWasWritten(string situation)
    {
        var state = Given.Situations[situation];
        var written = await Write(state);
        var read = await Read();

        Assert.Equal(state, read.State);
        Assert.Equal(written.ETag, read.ETag);
        Assert.True(read.RecordExists);
    }

    public static TheoryData<string> Situations => [.. Given.Situations.Keys];

    [Fact]
    public async Task Write_EveryPropertySet_SurvivesTheRoundTrip()
    {
        var t = Given.Start.AddTicks(1234567);
        var state = new VideoState
        {
            Id = "a", OwnerId = "b", OwnerName = "c\u0000\"\\é🎸", Status = VideoStatus.Failed, Details = new("d", "e", Visibility.Unlisted, "f", "g"),
            Source = new("h", "i", long.MaxValue), Upload = new(UploadKind.Multipart, 7, "j"), CreatedAt = t, UpdatedAt = t.AddTicks(1), PublishedAt = t.AddTicks(2),
            Attempt = 3, AttemptStartedAt = t.AddTicks(3), AutomaticAttempts = 2, Job = new("k", DateTimeOffset.MinValue, t.AddTicks(4)),
            Media = new("l", "m", "n", "o", 1.5, 2, 3), Progress = new(TranscodePhase.Uploading, 12.25, 4, 5), Failure = new("p", "q", true),
            Recording = new("r", 6, t.AddTicks(6), new("s", "t", "u", 2.5, 8, 9)),
            Pending = PendingWork.SubmitJob | PendingWork.RemoveLeftovers, DueAt = t.AddTicks(5),
        };
        foreach (var property in typeof(VideoState).GetProperties().Where(p => p.CanWrite))
            Assert.NotEqual(property.GetValue(new VideoState()), property.GetValue(state));

        await Write(state);
        Assert.Equal(state, (await Read()).State);
    }

    [Fact]
    public async Task Write_MusicStates_SurviveTheRoundTrip()
    {
        var track = new TrackState { Id = "t", OwnerId = "o", OwnerName = "n", Details = new("a", "b", "c", 4), CreatedAt = Given.Start, UpdatedAt = Given.Start };
        var album = new AlbumState { Id = "t", OwnerId = "o", OwnerName = "n", Details = new("a", "b", new DateOnly(2026, 2, 28)), CreatedAt = Given.Start, UpdatedAt = Given.Start };
        await _storage.WriteStateAsync("track", Grain, new GrainState<TrackState>(track));
        await _storage.WriteStateAsync("album", Grain, new GrainState<AlbumState>(album));

        var (readTrack, readAlbum) = (new GrainState<TrackState>(), new GrainState<AlbumState>());
        await _storage.ReadStateAsync("track", Grain, readTrack);
        await _storage.ReadStateAsync("album", Grain, readAlbum);
        Assert.Equal((track, album), (readTrack.State, readAlbum.State));
    }

    [Fact]
    public async Task Write_StoresNoDerivedProperties()
    {
        await Write(Given.Ready);
        var json = Encoding.UTF8.GetString(_catalog.All[0].Body.Span);
        Assert.DoesNotContain("catalog", json, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"status\":\"Ready\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_OfNothing_AnswersAnEmptyState()
    {
        var read = new GrainState<VideoState>(Given.Ready, "7") { RecordExists = true };
        await _storage.ReadStateAsync("video", Grain, read);
        Assert.Equal((new VideoState(), null, false), (read.State, read.ETag, read.RecordExists));
    }

    [Fact]
    public async Task Write_OverAnotherVersion_IsInconsistentAndChangesNothing()
    {
        var first = await Write(Given.Uploading);
        var second = new GrainState<VideoState>(Given.Submitting, first.ETag);
        await _storage.WriteStateAsync("video", Grain, second);

        var e = await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync("video", Grain, new GrainState<VideoState>(Given.Ready, first.ETag)));
        Assert.Equal((second.ETag, first.ETag), (e.StoredEtag, e.CurrentEtag));
        Assert.Equal(VideoStatus.Processing, (await Read()).State!.Status);
    }

    [Fact]
    public async Task Write_OfANewStateOverAStoredOne_IsInconsistent()
    {
        await Write(Given.Uploading);
        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(Given.Uploading));
    }

    [Fact]
    public async Task Write_OfAStateThatWasCleared_IsInconsistent()
    {
        var stale = await Write(Given.Uploading);
        await _storage.ClearStateAsync("video", Grain, new GrainState<VideoState>(Given.Uploading, stale.ETag));
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync("video", Grain, stale));
    }

    [Fact]
    public async Task Clear_RemovesTheItemAndEmptiesTheState()
    {
        var state = await Write(Given.Deleted);
        await _storage.ClearStateAsync("video", Grain, state);

        Assert.Empty(_catalog.All);
        Assert.Equal((new VideoState(), null, false), (state.State, state.ETag, state.RecordExists));
    }

    [Fact]
    public async Task Clear_OfAnotherVersion_IsInconsistent()
    {
        await Write(Given.Uploading);
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.ClearStateAsync("video", Grain, new GrainState<VideoState>(Given.Uploading, "0")));
        Assert.Single(_catalog.All);
    }

    [Fact]
    public async Task Clear_OfWhatWasNeverStored_IsFine() =>
        await _storage.ClearStateAsync("video", Grain, new GrainState<VideoState>(new VideoState()));

    [Fact]
    public async Task Write_OfAStateThatIsNoEntity_SaysSo()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => _storage.WriteStateAsync("video", Grain, new GrainState<string>("x")));
        Assert.Contains(nameof(ICatalogEntity), e.Message, StringComparison.Ordinal);
    }

    private async Task<GrainState<VideoState>> Write(VideoState state)
    {
        var written = new GrainState<VideoState>(state);
        await _storage.WriteStateAsync("video", Grain, written);
        return written;
    }

    private async Task<GrainState<VideoState>> Read()
    {
        var read = new GrainState<VideoState>();
        await _storage.ReadStateAsync("video", Grain, read);
        return read;
    }
}
