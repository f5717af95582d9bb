using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Chat;

/// <summary>
/// The only writer of the file: a thread of its own, so that waiting for the disk holds up no pool thread. The flushes of all rooms that wait when
/// a commit ends go into the next one together, so that two hundred rooms cost hardly more than one.
/// </summary>
internal sealed partial class ChatWriter : IDisposable
{
    /// <summary>Writes that may wait; further callers wait to enter. A room has one on its way.</summary>
    public const int QueueBound = 4096;

    /// <summary>Writes in one commit at most, so that the first of them does not wait long.</summary>
    public const int MaxBatch = 256;

    private readonly Channel<ChatWrite> _waiting = Channel.CreateBounded<ChatWrite>(
        new BoundedChannelOptions(QueueBound) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly SqliteConnection _connection;
    private readonly ChatStatements _statements;
    private readonly ILogger _log;
    private readonly Thread _thread;

    /// <summary>
    /// Opens or creates the file. WAL with <c>synchronous = FULL</c>, as the catalog: what is acknowledged survives a lost power supply.
    /// </summary>
    public ChatWriter(string path, ILogger log)
    {
        _log = log;
        _connection = ChatSchema.Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            foreach (var pragma in new[] { "journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "journal_size_limit = 67108864" })
                ChatSchema.Execute(_connection, $"PRAGMA {pragma}");
            ChatSchema.Ensure(_connection);
            _statements = new ChatStatements(_connection);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }

        _thread = new Thread(Run) { IsBackground = true, Name = "chat writer" };
        _thread.Start();
    }

    /// <summary>Queues a write and waits for its commit. Only the wait to enter the queue can be cancelled: after it, the write happens.</summary>
    public async Task<bool> Write(ChatWrite write, CancellationToken cancel)
    {
        try
        {
            await _waiting.Writer.WriteAsync(write, cancel);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteChatLog));
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
        var batch = new List<ChatWrite>(MaxBatch);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && _waiting.Reader.TryRead(out var write)) batch.Add(write);
            if (!TryCommit(batch, out var failure))
            {
                // One write may have spoilt it for the others: give each its own chance.
                foreach (var write in batch)
                {
                    if (batch.Count == 1 || !TryCommit([write], out failure)) write.Fail(failure!);
                }
            }
        }
    }

    private bool TryCommit(List<ChatWrite> batch, out Exception? failure)
    {
        try
        {
            using (var transaction = _connection.BeginTransaction())
            {
                foreach (var command in _statements.All) command.Transaction = transaction;
                foreach (var write in batch) write.Apply(_statements);
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

        foreach (var write in batch) write.Succeed();
        failure = null;
        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "A commit of {Writes} writes to the chat log failed.")]
    private partial void LogFailed(Exception exception, int writes);
}
