using System.Text.Json;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;
using ContentPages.Simulation.Actors;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Invariants;

/// <summary>What must be true of a room in the end.</summary>
internal static class RoomInvariants
{
    public static void Check(SimulatedWorld world, RoomScene scene)
    {
        var truth = world.Room(scene.StreamId);
        CheckPosts(world, scene, truth);
        CheckViewers(world, scene, truth);
        var stored = Stored(world, scene.StreamId);
        AuditInvariants.Check(world, scene, truth, stored);
        foreach (var viewer in scene.Viewers.Where(v => v.View.Room != stored.Info))
            world.Violate($"{viewer.Name} sees the settings {viewer.View.Room}, but they are {stored.Info}.");
    }

    /// <summary>Acknowledged is in the log, once, after everything that was acknowledged before it was sent; and nothing else is there.</summary>
    private static void CheckPosts(SimulatedWorld world, RoomScene scene, RoomTruth truth)
    {
        foreach (var ((user, clientId), post) in scene.Posts.All.Where(p => p.Value.Seq is not null))
        {
            if (truth.Entry(post.Seq!.Value) is not { } entry || (entry.UserId, entry.ClientId, entry.Text) != (user, clientId, post.Text))
                world.Violate($"{user}'s {clientId} was acknowledged as {post.Seq}, which is {truth.Entry(post.Seq.Value)}.");
            else if (entry.Seq <= post.After)
                world.Violate($"{user}'s {clientId} is {entry.Seq}, although {post.After} was acknowledged before it was sent.");
        }

        foreach (var entry in truth.Entries.Where(e => e.Kind is ChatEntryKind.Message))
        {
            if (scene.Posts.Find(entry.UserId, entry.ClientId)?.Text != entry.Text) world.Violate($"Nobody has sent {entry}.");
        }
    }

    private static void CheckViewers(SimulatedWorld world, RoomScene scene, RoomTruth truth)
    {
        var visible = truth.Visible();
        foreach (var viewer in scene.Viewers)
        {
            if (viewer.View.Last != truth.Last) world.Violate($"{viewer.Name} has seen {viewer.View.Last} of {truth.Last}.");
            var shown = viewer.View.Shown.Where(seq => seq >= viewer.View.Floor).ToList();
            if (!shown.SequenceEqual(visible.Where(seq => seq >= viewer.View.Floor)))
                world.Violate($"{viewer.Name} sees {string.Join(',', shown)} from {viewer.View.Floor} on, the log has {string.Join(',', visible)}.");
            if (viewer.View.Shown.Except(visible).Any()) world.Violate($"{viewer.Name} still sees what was removed.");
        }
    }

    private static ChatRoomState Stored(SimulatedWorld world, string streamId)
    {
        var key = CatalogStorage.KeyOf("chat/room", streamId);
        return world.Catalog.All.FirstOrDefault(i => i.Key == key) is { } item
            ? JsonSerializer.Deserialize<ChatRoomState>(item.Body.Span, CatalogStorage.Json)!
            : new();
    }
}
