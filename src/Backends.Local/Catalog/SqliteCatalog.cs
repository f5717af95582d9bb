using System.Collections.Concurrent;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>
/// The catalog in one SQLite file, <c>catalog.db</c>. Reads run on the caller's thread, many at once and beside the writer (WAL);
/// an answer read after a write was acknowledged shows that write.
/// </summary>
public sealed class SqliteCatalog : ICatalog, IDisposable
{
    public const string FileName = "catalog.db";

    /// <summary>How often expired items, long invisible by then, are removed.</summary>
    public static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    /// <summary>Connections kept for the next reader. More may be open for a moment; they are closed after use.</summary>
    private static readonly int s_idleConnections = 2 * Environment.ProcessorCount;

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly CatalogWriter _writer;
    private readonly ConcurrentStack<CatalogConnection> _idle = new();
    private readonly ITimer _sweep;

    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public SqliteCatalog(IOptions<LocalOptions> options, TimeProvider time, ILogger<SqliteCatalog> log)
    {
        _path = options.Value.PathOf(FileName);
        _time = time;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _writer = new CatalogWriter(_path, time, log);
        _sweep = time.CreateTimer(_ => Sweeping = Sweep(), null, SweepInterval, SweepInterval);
    }

    /// <summary>The latest sweep, which tests await.</summary>
    internal Task Sweeping { get; private set; } = Task.CompletedTask;

    public long? Revision => _writer.Revision;

    public Task<CatalogItem?> Get(CatalogKey key, CancellationToken cancel = default) =>
        Read(connection => connection.Get(key, _time.GetUtcNow()), cancel);

    public Task<CatalogPage> Query(CatalogQuery query, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, 100);
        return Read(connection => connection.Query(query, _time.GetUtcNow()), cancel);
    }

    public Task<string> Put(CatalogItem item, CancellationToken cancel = default)
    {
        if (item.Entries.Select(entry => entry.Index).Distinct().Count() != item.Entries.Count)
            throw new ArgumentException($"{item.Key} has two entries in one index.", nameof(item));
        return _writer.Write(new CatalogPut(item), cancel);
    }

    public Task Delete(CatalogKey key, string version, CancellationToken cancel = default) =>
        _writer.Write(new CatalogDelete(key, version), cancel);

    public void Dispose()
    {
        _sweep.Dispose();
        // The readers first: whoever closes last folds the write-ahead log into the file, and readers may not write.
        while (_idle.TryPop(out var connection)) connection.Dispose();
        _writer.Dispose();
    }

    private Task<T> Read<T>(Func<CatalogConnection, T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return Task.FromCanceled<T>(cancel);
        if (!_idle.TryPop(out var connection)) connection = new CatalogConnection(_path);
        try
        {
            var answer = Task.FromResult(read(connection));
            if (_idle.Count < s_idleConnections) _idle.Push(connection);
            else connection.Dispose();
            return answer;
        }
        catch (InvalidCursorException invalid)
        {
            _idle.Push(connection);
            return Task.FromException<T>(invalid);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async Task Sweep()
    {
        try
        {
            while (await _writer.Write(new CatalogSweep(), CancellationToken.None) == CatalogRow.Version(CatalogStatements.SweepBatch))
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
