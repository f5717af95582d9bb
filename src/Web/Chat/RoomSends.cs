using System.Threading.Channels;
using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>
/// Sends batches of rooms, those of one room in order, and waits for no socket: while <see cref="MaxSendsOfOneRoom"/> sends of a room have not ended,
/// its batches wait in its <see cref="RoomQueue"/>.
/// </summary>
/// <param name="capacity">Batches of one room that wait.</param>
/// <param name="send">Sends by group.</param>
/// <param name="onDropped">What did not fit was shortened.</param>
internal sealed class RoomSends(int capacity, Func<ChatBatch, Task> send, Action<Exception, string> onFailed, Action onDropped)
{
    private const int MaxSendsOfOneRoom = 16;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);

    // Bounded by the rooms: each is in it at most once.
    private readonly Channel<Room> _ready = Channel.CreateUnbounded<Room>(new() { SingleReader = true });

    /// <summary>Never waits.</summary>
    public void Put(ChatBatch batch)
    {
        bool fits;
        lock (_gate)
        {
            if (!_rooms.TryGetValue(batch.StreamId, out var room)) _rooms[batch.StreamId] = room = new(batch.StreamId, new(capacity));
            fits = room.Queue.Put(batch);
            Announce(room);
        }

        if (!fits) onDropped();
    }

    public async Task Run(CancellationToken cancel)
    {
        await foreach (var room in _ready.Reader.ReadAllAsync(cancel))
            foreach (var batch in Take(room)) _ = Send(room, batch);
    }

    private List<ChatBatch> Take(Room room)
    {
        lock (_gate)
        {
            var taken = new List<ChatBatch>();
            while (room.Sends < MaxSendsOfOneRoom && room.Queue.TryTake(out var batch))
            {
                room.Sends++;
                taken.Add(batch);
            }

            room.IsReady = false;
            return taken;
        }
    }

    private async Task Send(Room room, ChatBatch batch)
    {
        try
        {
            await send(batch);
        }
        catch (Exception e)
        {
            onFailed(e, batch.StreamId);
        }

        lock (_gate)
        {
            room.Sends--;
            if (!room.Queue.IsEmpty) Announce(room);
            else if (room.Sends == 0 && !room.IsReady) _rooms.Remove(room.StreamId);
        }
    }

    private void Announce(Room room)
    {
        if (room.IsReady || room.Sends >= MaxSendsOfOneRoom) return;
        room.IsReady = true;
        _ready.Writer.TryWrite(room);
    }

    private sealed class Room(string streamId, RoomQueue queue)
    {
        public string StreamId { get; } = streamId;

        public RoomQueue Queue { get; } = queue;

        public int Sends { get; set; }

        public bool IsReady { get; set; }
    }
}
