using System.Text.Json;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Streams;
using ContentPages.Simulation.Actors;
using ContentPages.Simulation.World;
using ContentPages.Streams;

namespace ContentPages.Simulation.Invariants;

/// <summary>The cover is the one that was signed last of those that have arrived, and no other one is kept.</summary>
internal static class CoverInvariants
{
    public static void Check(SimulatedWorld world, StreamScene scene)
    {
        var key = CatalogStorage.KeyOf("stream", scene.StreamId);
        var item = world.Catalog.All.FirstOrDefault(i => i.Key == key);
        if (item is null != scene.IsDeleted) world.Violate(item is null ? $"{scene.StreamId} is gone, and nobody has deleted it." : $"{scene.StreamId} is deleted, and is still there.");
        var shown = item is null ? null : JsonSerializer.Deserialize<LiveStreamState>(item.Body.Span, CatalogStorage.Json)!.Cover;
        var newest = scene.IsDeleted ? null : scene.Covers.Keys.Max(StringComparer.Ordinal);
        if (shown != newest) world.Violate($"The cover is {shown}, but {newest} has arrived.");
        if (shown is not null && world.Objects.Find(shown) is null) world.Violate($"The cover {shown} is not there.");

        // A picture that comes after the stream has gone is removed by its event alone, and that may be lost.
        foreach (var left in world.Objects.Keys.Where(k => StreamKeys.TryParse(k, out _) && k != shown && !(scene.IsDeleted && scene.Covers.GetValueOrDefault(k))))
            world.Violate($"{left} is left.");
    }
}
