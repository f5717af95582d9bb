using ContentPages.Backends.Local;
using ContentPages.Backends.Local.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Videos;
using ContentPages.Videos;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ContentPages.Bench.Lists;

/// <summary>Fills a data folder with public videos, through the classes that the grains store with. No media: lists never look at it.</summary>
internal static class SeededCatalog
{
    private const int WritesAtOnce = 64;
    private const string Owner = "0190a5c0-0000-7000-8000-000000000001";

    public static async Task Fill(string dataFolder, int videos, CancellationToken cancel)
    {
        using var catalog = new SqliteCatalog(
            Options.Create(new LocalOptions { DataDirectory = dataFolder }), TimeProvider.System, NullLogger<SqliteCatalog>.Instance);
        var storage = new CatalogStorage(catalog);
        var newest = TimeProvider.System.GetUtcNow();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, videos), limit, async (number, _) =>
        {
            var state = Video(number, newest - TimeSpan.FromMinutes(videos - number));
            await storage.WriteStateAsync("video", GrainId.Create("video", state.Id), new GrainState<VideoState>(state));
        });
    }

    private static VideoState Video(int number, DateTimeOffset at)
    {
        var id = EntityId.New(at);
        return new VideoState
        {
            Id = id,
            OwnerId = Owner,
            OwnerName = "The Measured Quartet",
            Status = VideoStatus.Ready,
            Details = new VideoDetails(
                $"Film {number}: live from the harbour stage",
                "The second evening, in one take, with the whole orchestra and a choir of sixty. Sound mixed by the band itself.",
                Visibility.Public),
            Source = new SourceFile($"harbour-{number}.mp4", "video/mp4", 180_000_000 + number),
            CreatedAt = at,
            UpdatedAt = at,
            PublishedAt = at,
            Attempt = 1,
            Media = new VideoMedia(VideoKeys.AttemptPrefix(id, 1), "master.m3u8", "poster.jpg", "storyboard.vtt", 240 + (number % 60), 1920, 1080),
        };
    }
}
