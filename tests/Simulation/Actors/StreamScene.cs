using ContentPages.Simulation.Engine;
using ContentPages.Simulation.World;
using ContentPages.Streams;

namespace ContentPages.Simulation.Actors;

/// <summary>One broadcaster with an encoder: goes live, is cut off, comes back, ends, and begins again.</summary>
internal sealed class StreamScene
{
    private readonly SimulatedWorld _world;
    private readonly Dice _dice;
    private readonly Caller _owner;
    private readonly TaskCompletionSource<bool> _doom = new();
    private string? _connection;
    private readonly bool _isToGo;
    private StreamDetails _details = null!;
    private bool _isClosed;

    public StreamScene(SimulatedWorld world)
    {
        _world = world;
        _dice = world.Dice.Fork();
        _owner = new(world, "owner");
        StreamId = world.NewId();
        _isToGo = _dice.Chance(0.2);
    }

    public string StreamId { get; }

    public bool IsDeleted { get; private set; }

    /// <summary>Ends when somebody asks for the deletion of the stream (true), or when nobody will any more.</summary>
    public Task<bool> Doom => _doom.Task;

    /// <summary>Covers that have arrived, and whether somebody had asked for the deletion of the stream by then.</summary>
    public Dictionary<string, bool> Covers { get; } = new(StringComparer.Ordinal);

    /// <summary>What it was called last, and what it may be called since nobody knows what has become of that.</summary>
    public HashSet<string> Titles { get; } = new(StringComparer.Ordinal);

    public Task Create()
    {
        DateTimeOffset? planned = _dice.Chance(0.2) ? _world.Clock.Now.AddMinutes(_dice.Between(1, 60)) : null;
        Titles.Add("Tonight");
        _details = new StreamDetails("Tonight", "", Visibility.Public, planned, Record: _dice.Chance(0.8));
        return _owner.Insist("creates", c => c.GetGrain<ILiveStreamGrain>(StreamId).Create(new(RoomScene.Owner.UserId, RoomScene.Owner.Name, _details)));
    }

    public async Task Play()
    {
        var asides = Task.WhenAll(Decorate(), Edit());
        await Broadcast();
        if (_dice.Chance(0.5)) await asides;
        if (_isToGo) await Delete();
        _doom.TrySetResult(false);
        await asides;
    }

    private async Task Broadcast()
    {
        for (var session = _dice.Below(_isToGo ? 2 : 3); session > 0; session--)
        {
            if (_dice.Chance(0.4)) await Connect();
            await _owner.Insist("starts", c => c.GetGrain<ILiveStreamGrain>(StreamId).Start());
            for (var breaks = _dice.Below(4); breaks >= 0 && !_world.IsCalm; breaks--)
            {
                if (_connection is null) await Connect();
                await _world.Pass(_dice.LongTail(40_000));
                await Trouble();
            }

            await End();
            await _world.Pass(_dice.LongTail(20_000));
        }
    }

    /// <summary>Each node tells now and then how many of its viewers watch: as many as its own number.</summary>
    public async Task Watch()
    {
        while (!_isClosed)
        {
            await _world.Pass(TimeSpan.FromSeconds(_world.IsCalm ? 1 : 5));
            foreach (var node in _world.Alive.ToList()) _ = _world.Loop.Outside.Start(() => Report(node));
        }
    }

    /// <summary>Once all is calm the count is right; then the encoder is switched off for good.</summary>
    public async Task Close()
    {
        await _world.Pass(TimeSpan.FromSeconds(20));
        // Whoever looks just when it goes live is a moment too early.
        if (await Miscounted() is not null)
        {
            await _world.Pass(TimeSpan.FromSeconds(5));
            if (await Miscounted() is { } wrong) _world.Violate(wrong);
        }

        _isClosed = true;
        Disconnect();
        if (_dice.Chance(0.5)) await _owner.Insist("stops", c => c.GetGrain<ILiveStreamGrain>(StreamId).Stop());
    }

    private async Task<string?> Miscounted()
    {
        var seen = await _owner.Insist("looks", c => c.GetGrain<ILiveStreamGrain>(StreamId).Get());
        return seen is { Ok: true, Value: { Status: StreamStatus.Live } live } && _world.Alive is [var node] && node.StartedAt < _world.Clock.Elapsed - TimeSpan.FromSeconds(15) && live.Viewers != node.Number
            ? $"{node.Number} watch, but {live.Viewers} are counted." : null;
    }

    private async Task Delete()
    {
        await _world.Pass(_dice.LongTail(10_000));
        _world.Room(StreamId).IsDoomed = true;
        _doom.TrySetResult(true);
        while (!IsDeleted)
        {
            var answer = await _owner.Insist("deletes", c => c.GetGrain<ILiveStreamGrain>(StreamId).Delete(null));
            if (answer is null) return;
            if (answer is { Rejection.Kind: RejectionKind.Conflict }) await _owner.Insist("stops", c => c.GetGrain<ILiveStreamGrain>(StreamId).Stop());
            else IsDeleted = true;
        }
    }

    /// <summary>Changes what the stream is called and who may list it, half of the time only if nobody else has changed it.</summary>
    private async Task Edit()
    {
        for (var edits = _dice.Below(4); edits > 0; edits--)
        {
            await _world.Pass(_dice.LongTail(20_000));
            var seen = _dice.Chance(0.5) ? await _owner.Try("looks", c => c.GetGrain<ILiveStreamGrain>(StreamId).Get()) : null;
            var details = _details with { Title = $"Tonight {edits}", Visibility = _dice.Chance(0.5) ? Visibility.Unlisted : Visibility.Public };
            Titles.Add(details.Title);
            if (await _owner.Insist("edits", c => c.GetGrain<ILiveStreamGrain>(StreamId).Update(details, seen?.Value?.Version)) is { Ok: true }) Titles.RemoveWhere(t => t != details.Title);
            await _owner.Try("lists", c => c.GetGrain<ILiveStreamGrain>(StreamId).GetSessions());
            await _owner.Try("opens", c => c.GetGrain<ILiveStreamGrain>(StreamId).GetIngest());
        }
    }

    /// <summary>Signs pictures, and sends most of them: some are late, some come after a later one.</summary>
    private async Task Decorate()
    {
        var puts = new List<Task>();
        for (var pictures = _dice.Below(4); pictures > 0; pictures--)
        {
            await _world.Pass(_dice.LongTail(10_000));
            var signed = await _owner.Try("signs", c => c.GetGrain<ILiveStreamGrain>(StreamId).PresignCover("image/png", 100));
            if (signed is { Ok: true, Value: var ticket } && _dice.Chance(0.8)) puts.Add(Put(ticket.Url.AbsolutePath[1..], _dice.LongTail(60_000)));
        }

        await Task.WhenAll(puts);
    }

    private async Task Put(string key, TimeSpan took)
    {
        await _world.Pass(took);
        _world.Objects.Put(key, 100, tells: true);
        Covers[key] = _world.Room(StreamId).IsDoomed;
    }

    private async Task Report(Process node)
    {
        try
        {
            await node.Ask("counts", async client =>
            {
                await client.GetGrain<ILiveStreamGrain>(StreamId).ReportViewers(node.ToString(), node.Number);
                return true;
            });
        }
        catch (Exception)
        {
            // The next one comes anyway.
        }
    }

    private async Task Connect()
    {
        for (var tries = 0; tries < 5 && _connection is null; tries++)
        {
            _connection = _world.Channels.Connect(StreamId);
            if (_connection is null) await _world.Pass(_dice.Milliseconds(500, 3_000));
        }
    }

    private async Task Trouble()
    {
        switch (_dice.Below(6))
        {
            case 0:
                Disconnect();
                await _world.Pass(_dice.Milliseconds(100, 70_000));
                break;
            case 1 when _connection is { } connection:
                _world.Channels.Starve(StreamId, connection, true);
                await _world.Pass(_dice.Milliseconds(100, 5_000));
                _world.Channels.Starve(StreamId, connection, false);
                break;
            case 2:
                await _owner.Try("rotates", c => c.GetGrain<ILiveStreamGrain>(StreamId).RotateKey());
                break;
            case 3 when _connection is { } connection:
                _world.Channels.Overdo(StreamId, connection, _dice.Chance(0.5));
                break;
            case 5 when _dice.Chance(0.1):
                _world.Channels.Lose(StreamId);
                break;
            case 4:
                await _owner.Try("health", c => c.GetGrain<ILiveStreamGrain>(StreamId).GetHealth());
                break;
        }

        // A connection that the provider has dropped is over for the encoder too.
        if (_world.Channels.Find(StreamId)?.Connection != _connection) _connection = null;
    }

    private async Task End()
    {
        if (_dice.Chance(0.6)) await _owner.Insist("stops", c => c.GetGrain<ILiveStreamGrain>(StreamId).Stop());
        if (_dice.Chance(0.6)) Disconnect();
        if (_world.Channels.Find(StreamId)?.Connection != _connection) _connection = null;
    }

    private void Disconnect()
    {
        if (_connection is { } connection) _world.Channels.Disconnect(StreamId, connection);
        _connection = null;
    }
}
