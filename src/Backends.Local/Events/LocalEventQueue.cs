using ContentPages.Events;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Events;

/// <summary>
/// The event queue of one machine: it keeps SQS's promises (at least once, redelivery, dead letters) inside the process.
/// What a killed process loses, or a full queue drops, the sweeper finds in storage.
/// </summary>
/// <remarks>
/// At most <see cref="Capacity"/> events wait; one more drops the oldest. A received event that is neither completed nor abandoned within
/// <see cref="Visibility"/> comes again. An abandoned one comes again after 1, 4, 16 and 64 seconds; after the fifth delivery it is logged as a dead letter.
/// </remarks>
public sealed partial class LocalEventQueue : IEventQueue, IDisposable
{
    public const int Capacity = 10_000;
    public const int MaxDeliveries = 5;
    public const int MaxBatch = 10;
    public static readonly TimeSpan Visibility = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly LinkedList<Entry> _ready = [];
    private readonly PriorityQueue<Entry, DateTimeOffset> _hidden = new();
    private readonly Dictionary<string, Entry> _received = [];
    private readonly TimeProvider _time;
    private readonly ILogger<LocalEventQueue> _log;
    private readonly ITimer _timer;
    private TaskCompletionSource _arrival = NewArrival();
    private int _delayed;
    private long _nextReceipt;

    public LocalEventQueue(TimeProvider time, ILogger<LocalEventQueue> log)
    {
        _time = time;
        _log = log;
        _timer = time.CreateTimer(_ => Uncover(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Adds an event. False when an older one was dropped to make room.</summary>
    public bool TryPublish(ReadOnlyMemory<byte> body)
    {
        lock (_lock)
        {
            var fits = MakeRoom();
            _ready.AddLast(new Entry(body));
            WakeReceivers();
            return fits;
        }
    }

    public async Task<IReadOnlyList<QueuedEvent>> Receive(CancellationToken cancel)
    {
        while (true)
        {
            Task arrival;
            lock (_lock)
            {
                if (_ready.Count > 0) return Take();
                arrival = _arrival.Task;
            }

            await arrival.WaitAsync(cancel);
        }
    }

    public Task Complete(QueuedEvent queued, CancellationToken cancel)
    {
        lock (_lock) _received.Remove(queued.Receipt);
        return Task.CompletedTask;
    }

    public Task Abandon(QueuedEvent queued, CancellationToken cancel)
    {
        lock (_lock)
        {
            if (_received.Remove(queued.Receipt, out var entry)) Retry(entry);
            Schedule();
        }

        return Task.CompletedTask;
    }

    public Task<int?> Depth(CancellationToken cancel)
    {
        lock (_lock) return Task.FromResult<int?>(_ready.Count + _delayed);
    }

    public void Dispose() => _timer.Dispose();

    private List<QueuedEvent> Take()
    {
        var batch = new List<QueuedEvent>(Math.Min(_ready.Count, MaxBatch));
        while (batch.Count < MaxBatch && _ready.First is { } first)
        {
            _ready.RemoveFirst();
            var entry = first.Value;
            entry.Deliveries++;
            entry.Receipt = (++_nextReceipt).ToString(System.Globalization.CultureInfo.InvariantCulture);
            _received.Add(entry.Receipt, entry);
            Hide(entry, Visibility);
            batch.Add(new QueuedEvent(entry.Body, entry.Receipt, entry.Deliveries));
        }

        if (_ready.Count == 0) _arrival = NewArrival();
        Schedule();
        return batch;
    }

    private void Retry(Entry entry)
    {
        if (entry.Deliveries >= MaxDeliveries)
        {
            entry.Due = default;
            LogDeadLetter(entry.Deliveries, entry.Body.Length, Head(entry.Body));
            return;
        }

        entry.Delayed = true;
        _delayed++;
        Hide(entry, TimeSpan.FromSeconds(Math.Pow(4, entry.Deliveries - 1)));
    }

    private void Hide(Entry entry, TimeSpan span)
    {
        entry.Due = _time.GetUtcNow() + span;
        _hidden.Enqueue(entry, entry.Due);
    }

    /// <summary>Brings back what is due. An entry that was hidden anew, or completed, has left a stale place in the heap.</summary>
    private void Uncover()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            while (_hidden.TryPeek(out var entry, out var due) && due <= now)
            {
                _hidden.Dequeue();
                if (entry.Due != due) continue;
                if (entry.Delayed)
                {
                    entry.Delayed = false;
                    _delayed--;
                    MakeRoom();
                    _ready.AddLast(entry);
                    WakeReceivers();
                }
                else if (_received.Remove(entry.Receipt)) Retry(entry);
            }

            Schedule();
        }
    }

    private void Schedule()
    {
        if (!_hidden.TryPeek(out _, out var due)) return;
        var wait = due - _time.GetUtcNow();
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private bool MakeRoom()
    {
        if (_ready.Count + _delayed < Capacity || _ready.First is null) return true;
        _ready.RemoveFirst();
        LogDropped(Capacity);
        return false;
    }

    private void WakeReceivers() => _arrival.TrySetResult();

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The start of an event, which holds its id and type but is short enough for a log line.</summary>
    private static string Head(ReadOnlyMemory<byte> body) => System.Text.Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 512)]);

    private sealed class Entry(ReadOnlyMemory<byte> body)
    {
        public ReadOnlyMemory<byte> Body { get; } = body;
        public int Deliveries { get; set; }
        public string Receipt { get; set; } = "";
        public DateTimeOffset Due { get; set; }
        /// <summary>Abandoned and waiting for its next delivery, rather than in a receiver's hands.</summary>
        public bool Delayed { get; set; }
    }
}
