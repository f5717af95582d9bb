using System.Collections.Concurrent;
using ContentPages.Chat;
using ContentPages.Grains.Chat;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Chat;

/// <summary>
/// The log of all rooms in one SQLite file, <c>chat.db</c>. Reads run on the caller's thread, many at once and beside the writer (WAL);
/// an answer read after a write was acknowledged shows that write.
/// </summary>
public sealed class SqliteChatLog : IChatLog, IDisposable
{
    public const string FileName = "chat.db";

    /// <summary>Connections kept for the next reader. More may be open for a moment; they are closed after use.</summary>
    private static readonly int s_idleConnections = 2 * Environment.ProcessorCount;

    private readonly string _path;
    private readonly ChatLogOptions _options;
    private readonly TimeProvider _time;
    private readonly ChatWriter _writer;
    private readonly ConcurrentStack<ChatReads> _idle = new();
    private readonly ITimer _sweep;

    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public SqliteChatLog(IOptions<LocalOptions> local, IOptions<ChatLogOptions> options, TimeProvider time, ILogger<SqliteChatLog> log)
    {
        _path = local.Value.PathOf(FileName);
        _options = options.Value;
        _time = time;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _writer = new ChatWriter(_path, log);
        _sweep = time.CreateTimer(_ => Sweeping = Sweep(), null, _options.SweepInterval, _options.SweepInterval);
    }

    /// <summary>The latest sweep, which tests await.</summary>
    internal Task Sweeping { get; private set; } = Task.CompletedTask;

    private long Oldest => ChatRows.Ticks(_time.GetUtcNow() - _options.KeptFor);

    private long OldestAudit => ChatRows.Ticks(_time.GetUtcNow() - _options.AuditKeptFor);

    public Task<long> Last(string streamId, CancellationToken cancel = default) => Read(reads => reads.Last(streamId), cancel);

    public Task Append(
        string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit, CancellationToken cancel = default)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i].Seq != entries[i - 1].Seq + 1) throw new ArgumentException($"Entry {entries[i].Seq} follows {entries[i - 1].Seq}.", nameof(entries));
        }

        return _writer.Write(new ChatAppend(streamId, entries, audit), cancel);
    }

    public Task<IReadOnlyList<ChatEntry>> Read(string streamId, long after, int limit, CancellationToken cancel = default) =>
        Read(reads => reads.Entries(streamId, Oldest, after, limit), cancel);

    public Task<IReadOnlyList<ChatMessage>> ReadBack(string streamId, long? before, int limit, CancellationToken cancel = default) =>
        Read(reads => reads.Back(streamId, Oldest, before, limit), cancel);

    public Task<IReadOnlyList<ChatMessage>> ReadBetween(
        string streamId, DateTimeOffset from, DateTimeOffset until, long after, int limit, CancellationToken cancel = default) =>
        Read(reads => reads.Between(streamId, Oldest, ChatRows.Ticks(from), ChatRows.Ticks(until), after, limit), cancel);

    public Task<IReadOnlyList<ChatMessage>> ReadRemoved(string streamId, long removal, int limit, CancellationToken cancel = default) =>
        Read(reads => reads.Removed(streamId, Oldest, removal, limit), cancel);

    public Task<ChatAuditEntry?> GetAudit(string streamId, string id, CancellationToken cancel = default) =>
        Read(reads => reads.Audit(streamId, OldestAudit, id), cancel);

    public Task<IReadOnlyList<ChatAuditEntry>> ReadAudit(string streamId, string? before, int limit, CancellationToken cancel = default) =>
        Read(reads => reads.Audits(streamId, OldestAudit, before, limit), cancel);

    public Task DeleteRoom(string streamId, CancellationToken cancel = default) => _writer.Write(new ChatRoomDeletion(streamId), cancel);

    public void Dispose()
    {
        _sweep.Dispose();
        // The readers first: whoever closes last folds the write-ahead log into the file, and readers may not write.
        while (_idle.TryPop(out var reads)) reads.Dispose();
        _writer.Dispose();
    }

    private Task<T> Read<T>(Func<ChatReads, T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return Task.FromCanceled<T>(cancel);
        if (!_idle.TryPop(out var reads)) reads = new ChatReads(_path);
        try
        {
            var answer = Task.FromResult(read(reads));
            if (_idle.Count < s_idleConnections) _idle.Push(reads);
            else reads.Dispose();
            return answer;
        }
        catch
        {
            reads.Dispose();
            throw;
        }
    }

    private async Task Sweep()
    {
        try
        {
            while (await _writer.Write(new ChatSweep(new(Oldest, TimeSpan.Zero), new(OldestAudit, TimeSpan.Zero)), CancellationToken.None))
            {
            }
        }
#pragma warning disable CA1031 // The writer has logged it; the next sweep tries again.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
