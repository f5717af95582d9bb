using System.Text.Json;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Streams;
using ContentPages.Grains.Videos;
using ContentPages.Simulation.Actors;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Invariants;

/// <summary>What is there is called what was acknowledged last, or what it was renamed to since without an answer.</summary>
internal static class TitleInvariants
{
    public static void Check(SimulatedWorld world, StreamScene stream, IReadOnlyList<FilmScene> films)
    {
        Check(world, stream.Titles, Stored<LiveStreamState>(world, "stream", stream.StreamId)?.Details.Title);
        foreach (var film in films) Check(world, film.Titles, Stored<VideoState>(world, "video", film.Id)?.Details.Title);
    }

    private static void Check(SimulatedWorld world, HashSet<string> titles, string? title)
    {
        if (title is not null && !titles.Contains(title)) world.Violate($"It is called {title}, but was named {string.Join(" or ", titles)}.");
    }

    private static T? Stored<T>(SimulatedWorld world, string kind, string id) where T : class
    {
        var key = CatalogStorage.KeyOf(kind, id);
        return world.Catalog.All.FirstOrDefault(i => i.Key == key) is { } item ? JsonSerializer.Deserialize<T>(item.Body.Span, CatalogStorage.Json) : null;
    }
}
