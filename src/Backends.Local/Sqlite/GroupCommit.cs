using System.Threading.Channels;

namespace ContentPages.Backends.Local.Sqlite;

/// <summary>
/// Commits writes on a thread of its own, so that waiting for the disk holds up no pool thread. Whatever waits when a commit ends goes into the next
/// one together, so the price of a flush is shared by all who write at once.
/// </summary>
/// <param name="name">Of the thread.</param>
/// <param name="queueBound">Writes that may wait; further callers wait to enter.</param>
/// <param name="maxBatch">Writes in one commit at most, so that the first of them does not wait long.</param>
/// <param name="commit">Commits all of them in one transaction, or throws and has changed nothing.</param>
/// <param name="onFailed">Told of every commit that failed, with the number of its writes.</param>
internal sealed class GroupCommit<TWrite>(string name, int queueBound, int maxBatch, Action<List<TWrite>> commit, Action<Exception, int> onFailed) : IDisposable
    where TWrite : PendingWrite
{
    private readonly Channel<TWrite> _waiting = Channel.CreateBounded<TWrite>(
        new BoundedChannelOptions(queueBound) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private Thread? _thread;

    public void Start()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Only the wait to enter the queue can be cancelled: after it, the write happens.</summary>
    /// <exception cref="ObjectDisposedException">Nothing is written any more.</exception>
    public async ValueTask Enqueue(TWrite write, CancellationToken cancel)
    {
        try
        {
            await _waiting.Writer.WriteAsync(write, cancel);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(name);
        }
    }

    /// <summary>Commits what waits.</summary>
    public void Dispose()
    {
        if (_waiting.Writer.TryComplete()) _thread?.Join();
    }

    private void Run()
    {
        var batch = new List<TWrite>(maxBatch);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < maxBatch && _waiting.Reader.TryRead(out var write)) batch.Add(write);
            if (!TryCommit(batch, out var failure))
            {
                // One write may have spoilt it for the others (too large, for instance): give each its own chance.
                foreach (var write in batch)
                {
                    if (batch.Count == 1 || !TryCommit([write], out failure)) write.Fail(failure!);
                }
            }
        }
    }

    private bool TryCommit(List<TWrite> batch, out Exception? failure)
    {
        try
        {
            commit(batch);
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to the callers; the writer goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            onFailed(exception, batch.Count);
            failure = exception;
            return false;
        }

        foreach (var write in batch) write.Succeed();
        failure = null;
        return true;
    }
}
