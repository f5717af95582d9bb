using ContentPages.Catalog;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

public sealed class VideoStateEntriesTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);
    private const string Sort = "2026-03-01T12:00:00.1230000Z";

    private static VideoState State(VideoStatus status, Visibility visibility) => new()
    {
        Id = Given.Id, OwnerId = "o", Status = status, CreatedAt = Time, Details = new("Tïtle", "", visibility, "t", "a"),
    };

    [Theory]
    [InlineData(VideoStatus.Uploading)]
    [InlineData(VideoStatus.Processing)]
    [InlineData(VideoStatus.Ready)]
    [InlineData(VideoStatus.Failed)]
    public void Entries_OfALivingVideo_AreItsOwnersTracksAndAlbums(VideoStatus status) =>
        Assert.Equal(
            [
                new(CatalogIndex.Owner, "VIDEO#o", Sort),
                new(CatalogIndex.Track, "VIDEO#t", Sort),
                new(CatalogIndex.Album, "VIDEO#a", Sort),
            ],
            State(status, Visibility.Private).Entries());

    [Theory]
    [InlineData(VideoStatus.None)]
    [InlineData(VideoStatus.Deleted)]
    public void Entries_OfWhatIsNotThere_AreOpenWorkAtMost(VideoStatus status)
    {
        Assert.Empty(State(status, Visibility.Public).Entries());
        Assert.Equal([new(CatalogIndex.OpenWork, "VIDEO", Sort)], (State(status, Visibility.Public) with { DueAt = Time }).Entries());
    }

    [Fact]
    public void Listed_OnlyWhenReadyAndPublic()
    {
        foreach (var status in Enum.GetValues<VideoStatus>())
        {
            foreach (var visibility in Enum.GetValues<Visibility>())
            {
                var state = State(status, visibility);
                var listed = status == VideoStatus.Ready && visibility == Visibility.Public;
                Assert.Equal(listed, state.CatalogListed);
                Assert.Equal(listed, state.Entries().Any(e => e.Index == CatalogIndex.Public));
                Assert.Equal(status.ToString(), state.CatalogStatus);
            }
        }
    }

    [Fact]
    public void Entries_OfAPublicVideo_AreSortedByPublication()
    {
        var state = State(VideoStatus.Ready, Visibility.Public) with { PublishedAt = Time.AddDays(1) };
        Assert.Contains(new(CatalogIndex.Public, "VIDEO", "2026-03-02T12:00:00.1230000Z"), state.Entries());
    }

    [Fact]
    public void Entries_WithoutLinks_HaveNone()
    {
        var state = State(VideoStatus.Failed, Visibility.Public) with { Details = new("", "", Visibility.Public) };
        Assert.Equal([CatalogIndex.Owner], state.Entries().Select(e => e.Index));
    }

    [Fact]
    public void Entries_AreAtMostOnePerIndex() =>
        Assert.All(Given.Situations.Values, s => Assert.Equal(s.Entries().Count, s.Entries().DistinctBy(e => e.Index).Count()));

    [Fact]
    public void SearchText_IsTheFoldedTitle() => Assert.Equal("title", State(VideoStatus.Ready, Visibility.Public).CatalogSearchText);
}
