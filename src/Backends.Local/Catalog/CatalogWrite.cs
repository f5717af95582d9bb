using ContentPages.Backends.Local.Sqlite;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>One write that waits for its commit; the answer is the stored version.</summary>
internal abstract class CatalogWrite : PendingWrite<string>
{
    /// <summary>Does it inside the open transaction. A conflict changes nothing and is told with the commit.</summary>
    public void Apply(CatalogStatements statements, long version, DateTimeOffset now)
    {
        try
        {
            Answer(Write(statements, version, now.ToUnixTimeMilliseconds()));
        }
        catch (CatalogConflictException conflict)
        {
            Refuse(conflict);
        }
    }

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
