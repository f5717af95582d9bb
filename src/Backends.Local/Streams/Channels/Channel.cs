using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>The channel of one stream: who is connected, and what is kept of it. What changes the record goes one after the other.</summary>
internal sealed partial class Channel
{
    private readonly Turns _gate = new();
    private readonly Turns _door = new();
    private readonly ChannelParts _parts;
    private readonly ChannelEvents _events;
    private readonly LivePlayout _playout;
    private volatile ChannelRecord _record;
    private volatile Connection? _connection;
    private volatile bool _deleted;

    public Channel(ChannelRecord record, ChannelParts parts)
    {
        (_record, _parts, _log) = (record, parts, parts.Log);
        _events = new ChannelEvents(record.StreamId, parts.Publish);
        _playout = parts.Playouts.Of(record.StreamId);
    }

    public string StreamId => _record.StreamId;

    public string Secret => _record.Secret;

    /// <summary>The connection that is there, or null.</summary>
    public Connection? Present => _connection is { Over.IsCompleted: false } present ? present : null;

    private DateTimeOffset Now => _parts.Time.GetUtcNow();

    public ChannelStatus Status() => Present is { Signal: not StreamSignal.None } present
        ? new ChannelStatus(present.Signal, present.Id, Now)
        : new ChannelStatus(StreamSignal.None, null, Now);

    public StreamHealth Health() => Present?.Health() ?? new StreamHealth(null, null, 0, 0, 0, 0, 0, null, null, 0, [], []);

    /// <summary>
    /// Lets an encoder in. One at a time: another one is refused, unless nothing has come from the first for two seconds; then its connection is
    /// dead and its network does not know it yet.
    /// </summary>
    /// <returns>Null with the reason when it is refused.</returns>
    public async Task<(Connection? Connection, StreamTrouble? Refused)> Connect(IEncoder encoder, string secret)
    {
        using var turn = await _door.Take();
        if (_deleted || !StreamKey.Same(secret, Secret))
            return (null, new StreamTrouble("key_invalid", "The stream key is not valid any more. Take the present one from the broadcast page.", Now));
        if (Present is { } present)
        {
            if (!present.IsSilent)
                return (null, new StreamTrouble("already_connected", "Another encoder is already sending to this stream. End it first.", Now));
            present.Drop();
            await present.Over;
        }

        var connection = new Connection(encoder, Setting());
        _connection = connection;
        connection.Start();
        return (connection, null);
    }

    /// <summary>Makes a new key and drops whoever is connected with the old one.</summary>
    public async Task RotateKey(CancellationToken cancel)
    {
        using var turn = await _gate.Take(cancel);
        await Store(_record with { Secret = StreamKey.NewSecret() });
        await DropEncoder(new StreamTrouble("key_changed", "The stream key was changed. Reload the page to go on.", Now));
    }

    /// <summary>Completes what is on, drops the encoder and removes what is kept.</summary>
    public async Task Delete(CancellationToken cancel)
    {
        using var turn = await _gate.Take(cancel);
        _deleted = true;
        if (_record.Session is { } armed) await Finish(armed);
        await DropEncoder(new StreamTrouble("stream_deleted", "The stream was deleted.", Now));
        _parts.Playouts.Remove(StreamId);
        _parts.Store.Delete(StreamId);
    }

    /// <summary>The server stops: what is read of the encoder ends, the session does not.</summary>
    public async Task Leave(StreamTrouble? lastWord = null)
    {
        if (Present is not { } present) return;
        present.Drop(lastWord);
        await present.Over;
    }

    private ConnectionSetting Setting() => new(StreamId, _playout, _events, _parts.Options, _parts.Time, _parts.Log, NotePlayable);

    /// <summary>Nobody else comes in until the one who is there has gone.</summary>
    private async Task DropEncoder(StreamTrouble lastWord)
    {
        using var turn = await _door.Take();
        await Leave(lastWord);
    }

    private async Task Store(ChannelRecord record)
    {
        if (!_deleted) await _parts.Store.Write(record);
        _record = record;
    }
}
