using ContentPages.Backends.Local.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>The only writer of the file.</summary>
internal sealed partial class CatalogWriter : IDisposable
{
    /// <summary>Writes that may wait; further callers wait to enter.</summary>
    public const int QueueBound = 1024;

    /// <summary>Writes in one commit at most.</summary>
    public const int MaxBatch = 128;

    private readonly SqliteConnection _connection;
    private readonly CatalogStatements _statements;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly GroupCommit<CatalogWrite> _commits;
    private long _revision;

    public CatalogWriter(string path, TimeProvider time, ILogger log)
    {
        _time = time;
        _log = log;
        _connection = SqliteFile.OpenForWriting(path, "catalog", CatalogSchema.Version, CatalogSchema.Statements());
        _statements = new CatalogStatements(_connection);
        _revision = (long)SqliteFile.Scalar(_connection, "SELECT value FROM revision")!;
        _commits = new("catalog writer", QueueBound, MaxBatch, Commit, LogFailed);
        _commits.Start();
    }

    /// <summary>The newest committed version.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <summary>Queues a write and waits for its commit. Only the wait to enter the queue can be cancelled: after it, the write happens.</summary>
    public async Task<string> Write(CatalogWrite write, CancellationToken cancel)
    {
        await _commits.Enqueue(write, cancel);
        return await write.Committed;
    }

    /// <summary>Commits what waits, then closes the file.</summary>
    public void Dispose()
    {
        _commits.Dispose();
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Commit(List<CatalogWrite> batch)
    {
        var revision = _revision;
        var now = _time.GetUtcNow();
        using (var transaction = _connection.BeginTransaction())
        {
            foreach (var command in _statements.All) command.Transaction = transaction;
            foreach (var write in batch) write.Apply(_statements, ++revision, now);
            _statements.StoreRevision(revision);
            transaction.Commit();
        }

        Interlocked.Exchange(ref _revision, revision);
    }

    [LoggerMessage(1, LogLevel.Error, "A commit of {Writes} writes to the catalog failed.")]
    private partial void LogFailed(Exception exception, int writes);
}
