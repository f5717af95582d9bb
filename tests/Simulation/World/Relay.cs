using ContentPages.Chat;
using Orleans.Streams;

namespace ContentPages.Simulation.World;

/// <summary>What a web node does with rooms: one subscription for each that has viewers here, which only hands on.</summary>
internal sealed class Relay(SimulatedWorld world, Process process)
{
    private readonly Dictionary<string, (Task Subscribed, List<Link> Links)> _rooms = [];

    /// <summary>A viewer's connection to this node; all that is published from now on reaches it.</summary>
    /// <exception cref="ConnectionLost">The node has died.</exception>
    public async Task<Link> Connect(string streamId)
    {
        if (!_rooms.TryGetValue(streamId, out var room)) _rooms.Add(streamId, room = (process.Lane.Start(() => Subscribe(streamId)), []));
        await Task.WhenAny(room.Subscribed, process.Died);
        if (process.IsDead) throw new ConnectionLost(process.ToString());
        var link = new Link(world, process);
        room.Links.Add(link);
        return link;
    }

    private Task<StreamSubscriptionHandle<ChatBatch>> Subscribe(string streamId) => process.Client.GetStreamProvider(ChatStreams.Provider).GetStream<ChatBatch>(ChatStreams.Of(streamId))
        .SubscribeAsync((batch, _) => Tell(streamId, batch));

    private Task Tell(string streamId, ChatBatch batch)
    {
        var links = _rooms[streamId].Links;
        foreach (var told in world.Variant.Relay(batch))
        {
            foreach (var (emoji, times) in told.Reactions) world.Room(streamId).Taps.Of(process, emoji).Told += times;
            foreach (var link in links) link.Send(told);
        }

        links.RemoveAll(l => l.IsClosed);
        return Task.CompletedTask;
    }
}
