using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

public sealed class ChatRingTests
{
    private static readonly DateTimeOffset At = GivenRoom.Now;

    [Fact]
    public void Full_ForgetsTheOldestAndItsClientId()
    {
        var ring = new ChatRing(0);
        for (var seq = 1; seq <= 502; seq++) ring.Add(Said(seq, "u"));
        Assert.Equal((3, 502), (ring.First, ring.Last));
        Assert.Null(ring.Find("u", "2"));
        Assert.Equal(3, ring.Find("u", "3")!.Seq);
        Assert.Equal(500, ring.Since(2).Messages.Count);
        Assert.Equal((403, 502), (ring.Newest()[0].Seq, ring.Newest()[^1].Seq));
    }

    [Fact]
    public void GapInTheLog_BeginsAnew()
    {
        var ring = new ChatRing(0);
        ring.Add(Said(1, "u"));
        ring.Add(Said(9, "u"));
        Assert.Equal((9, 9, null), (ring.First, ring.Last, ring.Find("u", "1")));
        Assert.Equal([9L], ring.Since(8).Messages.Select(m => m.Seq));
    }

    /// <summary>The ring against the plain log, whatever is said, removed and restored.</summary>
    [Fact]
    public async Task AnyHistory_LooksAsInTheLog()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var log = new InMemoryChatLog();
            var ring = new ChatRing(0);
            var removals = new List<long>();
            for (var seq = 1L; seq <= 60; seq++)
            {
                var entry = random.Next(10) switch
                {
                    0 => ChatEntry.Removal(Party.Mod, message: random.NextInt64(1, seq + 1)),
                    1 => ChatEntry.Removal(Party.Mod, userId: $"u{random.Next(3)}"),
                    2 when random.Next(3) == 0 => ChatEntry.Removal(Party.Mod),
                    3 or 4 when removals.Count > 0 && removals[random.Next(removals.Count)] is var undone =>
                        ChatEntry.Restoration(Party.Mod, undone, await log.ReadRemoved("r", undone, 100)),
                    _ => Said(seq, $"u{random.Next(3)}"),
                } with { Seq = seq, At = At };
                if (entry.Kind is ChatEntryKind.Removal) removals.Add(seq);
                await log.Append("r", [entry], []);
                ring.Add(entry);
                var seen = await log.ReadBetween("r", default, DateTimeOffset.MaxValue, 0, 1000);
                Assert.Equal(seen, ring.Newest());

                // Somebody who follows from anywhere ends with the same.
                var from = random.NextInt64(0, seq + 1);
                Assert.Equal(seen, await Follow(log, ring, from));
            }

            var rebuilt = new ChatRing(0);
            foreach (var entry in await log.Read("r", 0, 1000)) rebuilt.Add(entry);
            Assert.Equal(ring.Newest(), rebuilt.Newest());
        }
    }

    /// <summary>What a viewer shows who saw everything up to a number as it was then, and was given the rest in one piece.</summary>
    private static async Task<IEnumerable<ChatMessage>> Follow(InMemoryChatLog log, ChatRing ring, long from)
    {
        var then = new InMemoryChatLog();
        if (from > 0) await then.Append("r", [.. ring.All().Take((int)from)], []);
        var shown = (await then.ReadBetween("r", default, DateTimeOffset.MaxValue, 0, 1000)).ToDictionary(m => m.Seq);
        var slice = ring.Since(from);
        foreach (var message in slice.Messages) shown[message.Seq] = message;
        foreach (var restored in slice.Restored.SelectMany(r => r.Messages)) shown[restored.Seq] = restored;
        foreach (var removal in slice.Removed)
            foreach (var covered in shown.Values.Where(m => removal.Covers(m.Seq, m.UserId)).ToList())
                shown.Remove(covered.Seq);
        return shown.Values.OrderBy(m => m.Seq);
    }

    private static ChatEntry Said(long seq, string user) => ChatEntry.Message(new(user, "U"), ChatRole.Viewer, $"{seq}", $"m{seq}") with { Seq = seq, At = At };
}
