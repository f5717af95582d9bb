using System.Text.Json;
using ContentPages.Chat;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;
using ContentPages.Simulation.Actors;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Invariants;

/// <summary>What must be true of a room in the end.</summary>
internal static class RoomInvariants
{
    /// <summary>The seconds that a room goes by what it knows, and what a ban and a message take themselves.</summary>
    private static readonly TimeSpan KnownEverywhere = TimeSpan.FromSeconds(10);

    public static void Check(SimulatedWorld world, RoomScene scene)
    {
        var truth = world.Room(scene.StreamId);
        CheckPosts(world, scene, truth);
        CheckHeld(world, scene, truth);
        CheckBans(world, scene, truth);
        CheckViewers(world, scene, truth);
        var stored = Stored(world, scene.StreamId);
        AuditInvariants.Check(world, scene, truth, stored);
        ReviewInvariants.Check(world, truth, stored);
        foreach (var viewer in scene.Viewers.Where(v => v.View.Room != stored.Info))
            world.Violate($"{viewer.Name} sees the settings {viewer.View.Room}, but they are {stored.Info}.");
    }

    /// <summary>Nothing is left of a room whose stream is gone; what was acknowledged was in its log until then.</summary>
    public static async Task CheckGone(SimulatedWorld world, RoomScene scene)
    {
        var truth = world.Room(scene.StreamId);
        CheckPosts(world, scene, truth);
        foreach (var (id, act) in scene.Done.Where(d => !truth.Audit.Exists(a => a.Id == d.AuditId))) world.Violate($"{act} was acknowledged as {id}, and never came into the audit.");
        if (!truth.IsDeleted) world.Violate("The stream is gone, and nobody has deleted its room.");
        if (await world.ChatLog.Last(scene.StreamId, CancellationToken.None) != 0 || (await world.ChatLog.ReadAudit(scene.StreamId, null, 1, CancellationToken.None)).Count > 0)
            world.Violate("The room is deleted, and its log is not empty.");
        var key = CatalogStorage.KeyOf("chat/room", scene.StreamId);
        if (!world.Orphans.Contains(key) && world.Catalog.All.Any(i => i.Key == key)) world.Violate("The room is deleted, and its settings are left.");
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
            if (scene.Posts.Find(entry.UserId, entry.ClientId)?.Text != entry.Text && !ReviewInvariants.WasPutBack(entry, truth)) world.Violate($"Nobody has sent {entry}.");
        }
    }

    private static void CheckHeld(SimulatedWorld world, RoomScene scene, RoomTruth truth)
    {
        var logged = truth.Entries.Select(e => (e.UserId, e.ClientId)).ToHashSet();
        foreach (var ((user, clientId), post) in scene.Posts.All.Where(p => p.Value is { WasHeld: true, Seq: null } && !logged.Contains(p.Key)))
        {
            if (!truth.Audit.Exists(a => a.User?.UserId == user && (a.Kind is ChatActKind.BannedUser || (a.Kind is ChatActKind.RejectedHeld && a.Text == post.Text))))
                world.Violate($"{user}'s {clientId} was held, and is lost.");
        }
    }

    /// <summary>As long as the catalog answers, who is banned cannot write any more once all nodes have looked.</summary>
    private static void CheckBans(SimulatedWorld world, RoomScene scene, RoomTruth truth)
    {
        if (world.Hostile.Fail + world.Hostile.Late > 0) return;
        foreach (var ban in truth.Audit.Where(a => a.Kind is ChatActKind.BannedUser))
        {
            var lifted = truth.Audit.Where(a => Lifts(a, truth) && a.User?.UserId == ban.User!.UserId && a.At >= ban.At).Min(a => (DateTimeOffset?)a.At);
            var late = truth.Entries.Find(e => e.Kind is ChatEntryKind.Message && e.UserId == ban.User!.UserId && e.At > ban.At + KnownEverywhere && !(e.At >= lifted)
                && scene.Posts.Find(e.UserId, e.ClientId) is { WasHeld: false });
            if (late is not null) world.Violate($"{late.UserId} was banned at {ban.At:T}, and writes at {late.At:T}.");
        }
    }

    private static bool Lifts(ChatAuditEntry act, RoomTruth truth) =>
        act.Kind is ChatActKind.UnbannedUser || truth.Audit.Find(a => a.Id == act.Undoes) is { Kind: ChatActKind.BannedUser or ChatActKind.TimedOutUser };

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
