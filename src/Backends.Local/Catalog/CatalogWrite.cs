using ContentPages.Catalog;
using ContentPages.Grains.Catalog;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>One write that waits for its commit.</summary>
internal abstract class CatalogWrite
{
    private readonly TaskCompletionSource<string> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CatalogConflictException? _conflict;
    private string _answer = "";

    /// <summary>The stored version, once it is durable.</summary>
    public Task<string> Committed => _committed.Task;

    /// <summary>Does it inside the open transaction. A conflict changes nothing and is told with the commit.</summary>
    public void Apply(CatalogStatements statements, long version, DateTimeOffset now)
    {
        _conflict = null;
        try
        {
            _answer = Write(statements, version, now.ToUnixTimeMilliseconds());
        }
        catch (CatalogConflictException conflict)
        {
            _conflict = conflict;
        }
    }

    public void Succeed()
    {
        if (_conflict is null) _committed.TrySetResult(_answer);
        else _committed.TrySetException(_conflict);
    }

    public void Fail(Exception exception) => _committed.TrySetException(exception);

    protected abstract string Write(CatalogStatements statements, long version, long now);
}

internal sealed class CatalogPut(CatalogItem item) : CatalogWrite
{
    protected override string Write(CatalogStatements statements, long version, long now)
    {
        var done = item.Version switch
        {
            null => statements.Insert(item, version, now),
            { } expected => CatalogRow.Number(expected) is { } number && statements.Update(item, number, version, now),
        };
        return done ? CatalogRow.Version(version) : throw new CatalogConflictException(item.Key, item.Version, statements.VersionOf(item.Key, now));
    }
}

internal sealed class CatalogDelete(CatalogKey key, string expected) : CatalogWrite
{
    protected override string Write(CatalogStatements statements, long version, long now) =>
        CatalogRow.Number(expected) is { } number && statements.Delete(key, number, now)
            ? expected
            : throw new CatalogConflictException(key, expected, statements.VersionOf(key, now));
}

/// <summary>Removes some of the expired items; answers how many.</summary>
internal sealed class CatalogSweep : CatalogWrite
{
    protected override string Write(CatalogStatements statements, long version, long now) => CatalogRow.Version(statements.RemoveExpired(now));
}
