using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>
/// The only writer of the file: a thread of its own, so that waiting for the disk holds up no pool thread. Whatever waits when a commit ends
/// goes into the next one together, so the price of a flush is shared by all who write at once.
/// </summary>
internal sealed partial class CatalogWriter : IDisposable
{
    /// <summary>Writes that may wait; further callers wait to enter.</summary>
    public const int QueueBound = 1024;

    /// <summary>Writes in one commit at most, so that the first of them does not wait long.</summary>
    public const int MaxBatch = 128;

    private readonly Channel<CatalogWrite> _waiting = Channel.CreateBounded<CatalogWrite>(
        new BoundedChannelOptions(QueueBound) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly SqliteConnection _connection;
    private readonly CatalogStatements _statements;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private long _revision;

    /// <summary>
    /// Opens or creates the file. WAL with <c>synchronous = FULL</c>: what is acknowledged survives a lost power supply, not only a killed process.
    /// The flush that this costs is shared by a batch: with 32 writers <c>NORMAL</c> was a tenth faster, for a lone one three times.
    /// </summary>
    public CatalogWriter(string path, TimeProvider time, ILogger log)
    {
        _time = time;
        _log = log;
        _connection = CatalogConnection.Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            foreach (var pragma in new[] { "journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "journal_size_limit = 67108864" })
                CatalogSchema.Execute(_connection, $"PRAGMA {pragma}");
            CatalogSchema.Ensure(_connection);
            _statements = new CatalogStatements(_connection);
            _revision = (long)CatalogSchema.Scalar(_connection, "SELECT value FROM revision")!;
        }
        catch
        {
            _connection.Dispose();
            throw;
        }

        _thread = new Thread(Run) { IsBackground = true, Name = "catalog writer" };
        _thread.Start();
    }

    /// <summary>The newest committed version.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <summary>Queues a write and waits for its commit. Only the wait to enter the queue can be cancelled: after it, the write happens.</summary>
    public async Task<string> Write(CatalogWrite write, CancellationToken cancel)
    {
        try
        {
            await _waiting.Writer.WriteAsync(write, cancel);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteCatalog));
        }

        return await write.Committed;
    }

    /// <summary>Commits what waits, then closes the file.</summary>
    public void Dispose()
    {
        if (!_waiting.Writer.TryComplete()) return;
        _thread.Join();
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Run()
    {
        var batch = new List<CatalogWrite>(MaxBatch);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && _waiting.Reader.TryRead(out var write)) batch.Add(write);
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

    private bool TryCommit(List<CatalogWrite> batch, out Exception? failure)
    {
        var revision = _revision;
        var now = _time.GetUtcNow();
        try
        {
            using (var transaction = _connection.BeginTransaction())
            {
                foreach (var command in _statements.All) command.Transaction = transaction;
                foreach (var write in batch) write.Apply(_statements, ++revision, now);
                _statements.StoreRevision(revision);
                transaction.Commit();
            }
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to the callers; the writer goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception, batch.Count);
            failure = exception;
            return false;
        }

        Interlocked.Exchange(ref _revision, revision);
        foreach (var write in batch) write.Succeed();
        failure = null;
        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "A commit of {Writes} writes to the catalog failed.")]
    private partial void LogFailed(Exception exception, int writes);
}
