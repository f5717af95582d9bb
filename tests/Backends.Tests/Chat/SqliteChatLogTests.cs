using ContentPages.Backends.Local;
using ContentPages.Backends.Local.Chat;
using ContentPages.Backends.Local.Sqlite;
using ContentPages.Chat;
using ContentPages.Grains.Chat;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Tests.Chat;

public sealed class SqliteChatLogTests : ChatLogContract, IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly ChatLogOptions _options = new();
    private SqliteChatLog _log;

    public SqliteChatLogTests() => _log = Open(_folder);

    protected override IChatLog Log => _log;

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Reopened_HasEverythingAndGoesOn()
    {
        await Say(1, 3);
        await Log.Append(Room, [Numbered(4, ChatEntry.Removal(Mod, message: 2))], [Audit(1)], Cancel);
        _log.Dispose();
        _log = Open(_folder);
        await Sees(1, 3);
        Assert.Equal([Audit(1)], await Log.ReadAudit(Room, null, 10, Cancel));
        await Say(5, 5);
        Assert.Equal(5, await Log.Last(Room, Cancel));
    }

    [Fact]
    public async Task AuditOfAnEarlierProgram_IsRead()
    {
        await Say(1, 1);
        // As it was written before reviews kept what they were about.
        Scalar("""
            INSERT INTO audit(room, id, at, body) SELECT id, '019b0000-0000-7000-8000-000000000009', (SELECT at FROM entries),
              '{"id":"019b0000-0000-7000-8000-000000000009","at":"2026-11-22T12:00:01+00:00","actor":{"userId":"mod","name":"Max"},"kind":"RejectedHeld","user":{"userId":"fan","name":"Fay"},"text":"buy"}'
            FROM rooms
            """);
        var entry = Assert.Single(await Log.ReadAudit(Room, null, 10, Cancel));
        Assert.Equal(new("019b0000-0000-7000-8000-000000000009", Start.AddSeconds(1), Mod, ChatActKind.RejectedHeld, new("fan", "Fay"), Text: "buy"), entry);
        Assert.Null(entry.Reviewed);
    }

    [Fact]
    public async Task CopiedWhileOpen_HasEveryAcknowledgedEntryWithoutGap()
    {
        // What kill -9 leaves behind is what other processes see of the files at that moment.
        var rooms = Enumerable.Range(0, 8).Select(n => $"room-{n}").ToList();
        var acknowledged = rooms.ToDictionary(r => r, _ => 0L);
        using var copy = new TempDirectory();
        using var enough = new CancellationTokenSource();
        var writing = rooms.Select(room => Task.Run(async () =>
        {
            for (var seq = 1L; !enough.IsCancellationRequested; seq++)
            {
                await _log.Append(room, [Said(seq)], []);
                lock (acknowledged) acknowledged[room] = seq;
            }
        })).ToList();
        while (true)
        {
            lock (acknowledged)
                if (acknowledged.Values.All(n => n >= 50)) break;
            await Task.Yield();
        }

        Dictionary<string, long> before;
        lock (acknowledged) before = new(acknowledged);
        // The log before the file: a checkpoint between the two copies could only move entries the other way.
        foreach (var file in Directory.GetFiles(_folder.Path, "*-wal").Concat(Directory.GetFiles(_folder.Path, "*.db")))
            File.Copy(file, copy[Path.GetFileName(file)]);
        await enough.CancelAsync();
        await Task.WhenAll(writing);

        using var survivor = Open(copy);
        foreach (var room in rooms)
        {
            var entries = await survivor.Read(room, 0, int.MaxValue, Cancel);
            Assert.True(entries.Count >= before[room], $"{room}: {entries.Count} of {before[room]}");
            Assert.Equal(Enumerable.Range(1, entries.Count).Select(n => (long)n), entries.Select(e => e.Seq));
            Assert.Equal(entries.Count, await survivor.Last(room, Cancel));
        }
    }

    [Fact]
    public async Task Append_ThatSqliteRefuses_FailsAloneAndLeavesNothing()
    {
        var good = Enumerable.Range(0, 20).Select(n => _log.Append($"room-{n}", [Said(1)], [], Cancel)).ToList();
        var bad = _log.Append(Room, [Said(1), Said(2) with { UserId = null! }], [], Cancel);
        await Task.WhenAll(good);
        await Assert.ThrowsAnyAsync<SqliteException>(() => bad);
        Assert.Equal(0, await Log.Last(Room, Cancel));
        Assert.Empty(await Log.Read(Room, 0, 10, Cancel));
    }

    [Fact]
    public async Task Expired_IsNotReadAndThenRemoved_AndItsNumbersNeverComeAgain()
    {
        for (var seq = 1L; seq <= 1200; seq += 100) await Add([.. Enumerable.Range(0, 100).Select(n => Said(seq + n))]);
        await Log.Append(Room, [], [Audit(1)], Cancel);
        // Entry n was made n seconds after the start.
        Clock.SetUtcNow(Start + _options.KeptFor + TimeSpan.FromSeconds(1100));
        Assert.Equal(1100, (await Log.Read(Room, 0, 1, Cancel))[0].Seq);
        Assert.Equal(101, (await Seen()).Count);
        Clock.Advance(_options.SweepInterval);
        await _log.Sweeping;
        Assert.Equal(0L, Scalar("SELECT count(*) FROM entries"));
        Assert.Equal(1L, Scalar("SELECT count(*) FROM audit"));
        Assert.Equal(1200, await Log.Last(Room, Cancel));
        await Assert.ThrowsAsync<ChatLogConflictException>(() => Add(Said(1)));
        await Add(Said(1201) with { At = Clock.GetUtcNow() });
        await Sees(1201);

        Clock.Advance(_options.AuditKeptFor);
        Assert.Empty(await Log.ReadAudit(Room, null, 10, Cancel));
        await _log.Sweeping;
        Assert.Equal(0L, Scalar("SELECT count(*) FROM audit"));
    }

    [Fact]
    public async Task Sweep_LeavesWhatIsNotExpired()
    {
        await Say(1, 10);
        await Log.Append(OtherRoom, [Said(1) with { At = Start.AddDays(1) }], [], Cancel);
        Clock.SetUtcNow(Start + _options.KeptFor + TimeSpan.FromSeconds(5));
        Clock.Advance(TimeSpan.Zero);
        await _log.Sweeping;
        await Sees(5, 6, 7, 8, 9, 10);
        Assert.Single(await Seen(OtherRoom));
        Assert.Equal(7L, Scalar("SELECT count(*) FROM entries"));
    }

    [Fact]
    public async Task DeletedRoom_IsGoneAtOnceAndSweptLater()
    {
        await Say(1, 10);
        await Log.Append(Room, [], [Audit(1)], Cancel);
        await Log.DeleteRoom(Room, Cancel);
        Assert.Equal(10L, Scalar("SELECT count(*) FROM entries"));
        await Assert.ThrowsAsync<ChatLogConflictException>(() => Add(Said(11)));
        Clock.Advance(_options.SweepInterval);
        await _log.Sweeping;
        Assert.Equal((0L, 0L, -1L), (Scalar("SELECT count(*) FROM entries"), Scalar("SELECT count(*) FROM audit"), Scalar("SELECT sum(last) FROM rooms")));
    }

    [Fact]
    public void Open_AFileOfANewerProgram_SaysSo()
    {
        _log.Dispose();
        Scalar("PRAGMA user_version = 7");
        Assert.Contains("layout 7", Assert.Throws<InvalidOperationException>(() => Open(_folder)).Message, StringComparison.Ordinal);
        Scalar("PRAGMA user_version = 1");
        _log = Open(_folder);
    }

    [Fact]
    public async Task Append_AfterDispose_Throws()
    {
        _log.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Say(1, 1));
        _log = Open(_folder);
    }

    private SqliteChatLog Open(TempDirectory folder) => new(
        Options.Create(new LocalOptions { DataDirectory = folder.Path }), Options.Create(_options), Clock, NullLogger<SqliteChatLog>.Instance);

    private object? Scalar(string sql)
    {
        using var connection = SqliteFile.Open(_folder[SqliteChatLog.FileName], SqliteOpenMode.ReadWrite);
        using var command = SqliteFile.Command(connection, sql);
        return command.ExecuteScalar();
    }
}
