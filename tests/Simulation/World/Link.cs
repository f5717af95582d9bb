using ContentPages.Chat;
using ContentPages.Simulation.Engine;

namespace ContentPages.Simulation.World;

/// <summary>
/// One connection from a node to a viewer: in order, late, skipped when it is too slow, and cut when the node dies, with what was under way.
/// </summary>
internal sealed class Link
{
    private readonly SimulatedWorld _world;
    private readonly Dice _dice;
    private readonly Queue<ChatBatch> _travelling = new();
    private readonly Queue<ChatBatch?> _arrived = new();
    private TaskCompletionSource? _waiting;
    private bool _isPumping;
    private long _sent;

    public Link(SimulatedWorld world, Process process)
    {
        _world = world;
        _dice = world.Dice.Fork();
        Process = process;
        _ = world.Loop.Outside.Start(CloseWithProcess);
    }

    public Process Process { get; }

    public bool IsClosed { get; private set; }

    /// <summary>The node hands over a batch.</summary>
    public void Send(ChatBatch batch)
    {
        if (IsClosed) return;
        if (batch.To >= batch.From)
        {
            if (batch.From <= _sent) _world.Violate($"{Process} told {batch.From} to {batch.To} after {_sent}: a number is told twice.");
            _sent = batch.To;
        }

        _travelling.Enqueue(batch);
        if (_isPumping) return;
        _isPumping = true;
        _ = _world.Loop.Outside.Start(Pump);
    }

    /// <summary>The next batch; null where some were skipped.</summary>
    /// <exception cref="ConnectionLost">The connection is closed.</exception>
    public async Task<ChatBatch?> Next()
    {
        while (_arrived.Count == 0)
        {
            if (IsClosed) throw new ConnectionLost(Process.ToString());
            _waiting = new();
            await _waiting.Task;
        }

        return _arrived.Dequeue();
    }

    public void Close()
    {
        IsClosed = true;
        Wake();
    }

    private async Task Pump()
    {
        while (_travelling.Count > 0 && !IsClosed)
        {
            await _world.Pass(_dice.LongTail(_world.Faults.PortDelay));
            if (_dice.Chance(_world.Faults.Disconnect / 4))
            {
                _travelling.Clear();
                Arrive(null);
            }
            else if (_travelling.TryDequeue(out var batch))
            {
                Arrive(batch);
            }
        }

        _isPumping = false;
    }

    private void Arrive(ChatBatch? batch)
    {
        if (IsClosed) return;
        _arrived.Enqueue(batch);
        Wake();
    }

    private void Wake() => Interlocked.Exchange(ref _waiting, null)?.TrySetResult();

    private async Task CloseWithProcess()
    {
        await Process.Died;
        while (_travelling.Count > 0 && _dice.Chance(0.5)) Arrive(_travelling.Dequeue());
        await _world.Pass(_dice.Milliseconds(0, 1_000));
        Close();
    }
}
