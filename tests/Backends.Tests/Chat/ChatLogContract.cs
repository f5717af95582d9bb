using ContentPages.Chat;
using ContentPages.Grains.Chat;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Backends.Tests.Chat;

/// <summary>What every log of rooms must do.</summary>
public abstract partial class ChatLogContract
{
    protected const string Room = "019b0000-0000-7000-8000-000000000001";
    protected const string OtherRoom = "019b0000-0000-7000-8000-000000000002";

    protected static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    protected static readonly ChatPerson Mod = new("mod", "Max");

    protected static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    protected FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>An empty log whose time is <see cref="Clock"/>. Asked for once per test.</summary>
    protected abstract IChatLog Log { get; }

    /// <summary>Number <paramref name="seq"/>, sent as many seconds after the start.</summary>
    protected static ChatEntry Said(long seq, string user = "fan", string? text = null) =>
        Numbered(seq, ChatEntry.Message(new(user, user), ChatRole.Viewer, $"c{seq}", text ?? $"m{seq}"));

    protected static ChatEntry Numbered(long seq, ChatEntry draft) => draft with { Seq = seq, At = Start.AddSeconds(seq) };

    protected static ChatAuditEntry Audit(int number, string? undoes = null) =>
        new($"019b0000-0000-7000-8000-{number:D12}", Start.AddSeconds(number), Mod, ChatActKind.ClearedRoom, Undoes: undoes);

    protected async Task Say(long from, long to, string room = Room)
    {
        for (var seq = from; seq <= to; seq++) await Log.Append(room, [Said(seq)], [], Cancel);
    }

    protected Task Add(params ChatEntry[] entries) => Log.Append(Room, entries, [], Cancel);

    protected async Task<List<long>> Seen(string room = Room) => [.. (await Log.ReadBack(room, null, 1000, Cancel)).Reverse().Select(m => m.Seq)];

    /// <summary>Exactly these messages are seen.</summary>
    protected async Task Sees(params long[] expected) => Assert.Equal(expected, await Seen());
}
