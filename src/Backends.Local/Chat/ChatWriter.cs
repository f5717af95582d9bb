using ContentPages.Backends.Local.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Chat;

/// <summary>
/// The only writer of the file. The flushes of all rooms that wait when a commit ends go into the next one together, so that two hundred rooms cost
/// hardly more than one.
/// </summary>
internal sealed partial class ChatWriter : IDisposable
{
    /// <summary>Writes that may wait; further callers wait to enter. A room has one on its way.</summary>
    public const int QueueBound = 4096;

    /// <summary>Writes in one commit at most.</summary>
    public const int MaxBatch = 256;

    private readonly SqliteConnection _connection;
    private readonly ChatStatements _statements;
    private readonly ILogger _log;
    private readonly GroupCommit<ChatWrite> _commits;

    public ChatWriter(string path, ILogger log)
    {
        _log = log;
        _connection = SqliteFile.OpenForWriting(path, "chat log", ChatSchema.Version, ChatSchema.Statements);
        _statements = new ChatStatements(_connection);
        _commits = new("chat writer", QueueBound, MaxBatch, Commit, LogFailed);
        _commits.Start();
    }

    /// <summary>Queues a write and waits for its commit. Only the wait to enter the queue can be cancelled: after it, the write happens.</summary>
    public async Task<bool> Write(ChatWrite write, CancellationToken cancel)
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

    private void Commit(List<ChatWrite> batch)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var command in _statements.All) command.Transaction = transaction;
        foreach (var write in batch) write.Apply(_statements);
        transaction.Commit();
    }

    [LoggerMessage(1, LogLevel.Error, "A commit of {Writes} writes to the chat log failed.")]
    private partial void LogFailed(Exception exception, int writes);
}
