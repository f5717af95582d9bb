using ContentPages.Backends.Local;
using ContentPages.Backends.Local.Catalog;
using ContentPages.Backends.Local.Sqlite;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Tests.Catalog;

public sealed class SqliteCatalogTests : CatalogContract, IDisposable
{
    private readonly TempDirectory _folder = new();
    private SqliteCatalog _catalog;

    public SqliteCatalogTests() => _catalog = Open();

    protected override ICatalog Catalog => _catalog;

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Reopened_HasWhatWasStoredAndItsRevision()
    {
        var version = await _catalog.Put(Item("a", Owned("ann", "1")), Cancel);
        var revision = _catalog.Revision;

        _catalog.Dispose();
        _catalog = Open();

        Assert.Equal(revision, _catalog.Revision);
        Assert.Equal(version, (await _catalog.Get(Item("a").Key, Cancel))!.Version);
    }

    [Fact]
    public async Task Reopened_NeverGivesTheVersionOfADeletedItemAgain()
    {
        var version = await _catalog.Put(Item("a"), Cancel);
        await _catalog.Delete(Item("a").Key, version, Cancel);
        _catalog.Dispose();
        _catalog = Open();
        Assert.NotEqual(version, await _catalog.Put(Item("a"), Cancel));
    }

    [Fact]
    public async Task CopiedWhileOpen_HasEveryAcknowledgedWrite()
    {
        // What kill -9 leaves behind is what other processes see of the files at that moment.
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _catalog.Put(Item($"{i}"), Cancel)));
        using var copy = new TempDirectory();
        foreach (var file in Directory.GetFiles(_folder.Path)) File.Copy(file, copy[Path.GetFileName(file)]);

        using var survivor = Open(copy);

        for (var i = 0; i < 200; i++) Assert.NotNull(await survivor.Get(Item($"{i}").Key, Cancel));
    }

    [Fact]
    public void Open_AFileOfANewerProgram_SaysSo()
    {
        _catalog.Dispose();
        Execute("PRAGMA user_version = 7");
        Assert.Contains("layout 7", Assert.Throws<InvalidOperationException>(Open).Message, StringComparison.Ordinal);
        Execute("PRAGMA user_version = 1");
        _catalog = Open();
    }

    [Fact]
    public async Task Expired_ItemsAreRemovedByAndBy()
    {
        await Task.WhenAll(Enumerable.Range(0, 1203).Select(
            i => _catalog.Put(Item($"{i}") with { ExpiresAt = Clock.GetUtcNow().AddSeconds(i < 1201 ? 1 : 600) }, Cancel)));
        Assert.Equal(1203L, Execute("SELECT count(*) FROM items"));

        Clock.Advance(SqliteCatalog.SweepInterval);
        await _catalog.Sweeping;

        Assert.Equal(2L, Execute("SELECT count(*) FROM items"));
    }

    [Theory]
    [InlineData(CatalogIndex.Owner)]
    [InlineData(CatalogIndex.OpenWork)]
    public void Query_OfAnyShape_IsAnsweredFromItsIndexWithoutSorting(CatalogIndex index)
    {
        for (var bits = 0; bits < 128; bits++)
        {
            var shape = new CatalogQueryShape(index, Bit(0), Bit(1), Bit(2), Bit(3), Bit(4), Bit(5), Bit(6));
            var plan = Plan(shape.Sql());
            Assert.StartsWith("SEARCH items USING INDEX items_", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);

            bool Bit(int bit) => (bits & (1 << bit)) != 0;
        }
    }

    [Fact]
    public async Task Put_AfterDispose_Throws()
    {
        _catalog.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _catalog.Put(Item("a"), Cancel));
        _catalog = Open();
    }

    private SqliteCatalog Open() => Open(_folder);

    private SqliteCatalog Open(TempDirectory folder) =>
        new(Options.Create(new LocalOptions { DataDirectory = folder.Path }), Clock, NullLogger<SqliteCatalog>.Instance);

    private object? Execute(string sql)
    {
        using var connection = SqliteFile.Open(_folder[SqliteCatalog.FileName], SqliteOpenMode.ReadWrite);
        return SqliteFile.Scalar(connection, sql);
    }

    private string Plan(string sql)
    {
        using var connection = SqliteFile.Open(_folder[SqliteCatalog.FileName], SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of column names.
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
#pragma warning restore CA2100
        string[] names =
            ["partition", "now", "limit", "cursor_sort", "cursor_pk", "cursor_sk", "up_to", "prefix", "prefix_end", "status", "contains"];
        foreach (var name in names.Where(name => sql.Contains("$" + name, StringComparison.Ordinal))) command.Parameters.AddWithValue("$" + name, "x");
        using var row = command.ExecuteReader();
        var steps = new List<string>();
        while (row.Read()) steps.Add(row.GetString(3));
        return string.Join("; ", steps);
    }
}
