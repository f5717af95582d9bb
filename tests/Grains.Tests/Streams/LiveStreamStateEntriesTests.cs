using ContentPages.Catalog;
using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class LiveStreamStateEntriesTests
{
    private const string Created = "2026-03-01T12:00:00.0000000Z";

    private static IReadOnlyList<CatalogEntry> Lasting(LiveStreamState state) => [.. state.Entries().Where(e => e.Index != CatalogIndex.OpenWork)];

    [Theory]
    [InlineData("Offline", null, null)]
    [InlineData("Preview", null, null)]
    [InlineData("Scheduled", CatalogIndex.Scheduled, "2026-03-01T14:00:00.0000000Z")]
    [InlineData("Starting", null, null)]
    [InlineData("Live", CatalogIndex.Live, "2026-03-01T12:04:00.0000000Z")]
    [InlineData("Reconnecting", CatalogIndex.Live, "2026-03-01T12:04:00.0000000Z")]
    [InlineData("Ended", CatalogIndex.Public, "2026-03-01T12:06:00.0000000Z")]
    [InlineData("LiveAgain", CatalogIndex.Live, "2026-03-01T12:10:00.0000000Z")]
    public void Entries_AreItsOwnersAndThatOfItsStatus(string situation, CatalogIndex? index, string? sort)
    {
        CatalogEntry owners = new(CatalogIndex.Owner, "STREAM#owner-1", Created);
        Assert.Equal(index is { } i ? [owners, new(i, "STREAM", sort!)] : [owners], Lasting(GivenStream.Situations[situation]));
    }

    [Fact]
    public void Entries_OfAPlannedStreamThatWaitsForItsEncoder_KeepThePlan() => Assert.Contains(
        new(CatalogIndex.Scheduled, "STREAM", "2026-03-01T14:00:00.0000000Z"),
        GivenStream.Scheduled.After(new LiveStreamCommand.Start(GivenStream.Video), GivenStream.T0).Entries());

    [Fact]
    public void Entries_OfWhatIsNotThere_AreOpenWorkAtMost()
    {
        Assert.Empty(GivenStream.None.Entries());
        Assert.Equal([new(CatalogIndex.OpenWork, "STREAM", CatalogSort.Time(GivenStream.Deleted.DueAt!.Value))], GivenStream.Deleted.Entries());
    }

    [Fact]
    public void Entries_AreAtMostOnePerIndex() =>
        Assert.All(GivenStream.Situations.Values, s => Assert.Equal(s.Entries().Count, s.Entries().DistinctBy(e => e.Index).Count()));

    [Fact]
    public void Listed_IsEverythingPublicThatIsThere()
    {
        foreach (var state in GivenStream.Situations.Values)
        {
            Assert.Equal(state.Status is not (StreamStatus.None or StreamStatus.Deleted), state.CatalogListed);
            Assert.False((state with { Details = state.Details with { Visibility = Visibility.Unlisted } }).CatalogListed);
        }
    }
}
