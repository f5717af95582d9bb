using ContentPages.Chat;

namespace ContentPages.Grains.Tests.Chat;

[Collection(ChatTests.Name)]
public sealed class ChatPostingGrainTests(ChatCluster cluster)
{
    [Fact]
    public async Task Post_IsNumberedFromOneLoggedAnsweredAndTold()
    {
        var party = new Party(cluster);
        var batches = await cluster.Watch(party.Id);
        var now = cluster.World.Clock.GetUtcNow();

        Assert.Equal(new ChatPosted(1, now), Party.Ok(await party.Try(Party.Fan, "  hello\nworld ")));
        Assert.Equal(2, await party.Say(Party.Owner, "welcome"));

        ChatMessage[] expected =
        [
            new(1, "fan", "Fay", ChatRole.Viewer, "hello world", now),
            new(2, "owner", "Ada", ChatRole.Owner, "welcome", now),
        ];
        Assert.Equal(expected, (await batches.Until(b => b.To == 2)).SelectMany(b => b.Messages));
        Assert.Equal(expected, await cluster.Log.ReadBetween(party.Id, now, now.AddSeconds(1), 0, 10));
        Assert.Equal(expected, (await party.Join()).Messages);
    }

    [Fact]
    public async Task Posts_ThatComeTogether_HaveNumbersWithoutGapAndAreToldInOrder()
    {
        var party = new Party(cluster);
        var batches = await cluster.Watch(party.Id);
        await party.Say(Party.Fan, "first");

        var numbers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => party.Say(new($"u{i}", "U"), $"m{i}")));

        Assert.Equal(Enumerable.Range(2, 1000).Select(n => (long)n), numbers.Order());
        var told = await batches.Until(b => b.To == 1001);
        Assert.Equal(Enumerable.Range(1, 1001).Select(n => (long)n), told.SelectMany(b => b.Messages).Select(m => m.Seq));
        var next = 1L;
        foreach (var batch in told.Where(b => b.To >= b.From))
        {
            Assert.Equal(next, batch.From);
            next = batch.To + 1;
        }
    }

    [Fact]
    public async Task Resend_GetsTheFirstAnswerWhateverHasHappenedSince()
    {
        var party = new Party(cluster);
        var first = Party.Ok(await party.Try(Party.Fan, "once", "same"));
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(first, Party.Ok(await party.Try(Party.Fan, "once", "same")));
        Assert.Equal(2, await party.Say(Party.Other, "the same id of somebody else", "same"));

        await cluster.Restart();
        Assert.Equal(first, Party.Ok(await party.Try(Party.Fan, "once", "same")));
        await party.Act(Party.Owner, new BanUser(Party.Fan, RemoveMessages: true));
        Assert.Equal(first, Party.Ok(await party.Try(Party.Fan, "once", "same")));
        Assert.Equal(["the same id of somebody else"], await party.Texts());
    }

    [Fact]
    public async Task Resends_ThatOverlap_AreOneMessage()
    {
        var party = new Party(cluster);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => party.Try(Party.Fan, "once", "same")));
        Assert.All(answers, a => Assert.Equal(1, Party.Ok(a).Seq));
        Assert.Equal(1, await cluster.Log.Last(party.Id));
    }

    [Fact]
    public async Task Post_ByWhomMayNot_IsRefused()
    {
        var party = new Party(cluster);
        Party.Refused("sign_in_required", await party.Try(null, "hi"));
        Party.Refused("empty", await party.Try(Party.Fan, " \u200b\u202e "));
        Party.Refused("too_long", await party.Try(Party.Fan, new string('x', 501)));
        Party.Refused("too_long", await party.Try(Party.Fan, new string('x', 100_000)));
        Party.Refused("invalid_client_id", await party.Try(Party.Fan, "hi", ""));
        Assert.Equal(0, await cluster.Log.Last(party.Id));
    }

    [Fact]
    public async Task Room_WithoutAStream_IsNotFound()
    {
        var room = cluster.Grain(cluster.NewId());
        Party.Refused("not_found", await room.Post(Party.Fan, "1", "hi"));
        Party.Refused("not_found", await room.Join(null, null));
    }

    [Fact]
    public async Task Room_OfAPrivateStream_IsItsOwnersAlone()
    {
        var party = new Party(cluster, Visibility.Private);
        Assert.Equal(1, await party.Say(Party.Owner, "testing"));
        Party.Refused("not_found", await party.Try(Party.Fan, "hi"));
        Party.Refused("not_found", await party.Room.Join(null, null));

        cluster.Streams.Add(party.Id, Party.Owner.UserId, Visibility.Public);
        await party.Room.StreamChanged();
        Assert.Equal(2, await party.Say(Party.Fan, "hi"));
    }

    [Fact]
    public async Task Room_OfADeletedStream_IsRemovedWithItsLog()
    {
        var party = new Party(cluster);
        await party.Appoint();
        await party.Say(Party.Fan, "hi");
        cluster.Streams.All.TryRemove(party.Id, out _);

        await party.Room.StreamChanged();

        Assert.Equal((0, null), (await cluster.Log.Last(party.Id), await party.Stored()));
        Party.Refused("not_found", await party.Try(Party.Fan, "still here?"));
    }

    [Fact]
    public async Task SlowMode_IsForViewersAndEndsWithTime()
    {
        var party = new Party(cluster);
        await party.Set(s => s with { SlowModeSeconds = 30 });
        await party.Say(Party.Fan, "one");
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(10));
        var refused = await party.Try(Party.Fan, "two");
        Assert.Equal(("slow_mode", 20), (refused.Rejection!.Code, refused.Rejection.RetryAfter));
        await party.Say(Party.Owner, "one");
        await party.Say(Party.Owner, "two");

        await cluster.Restart();
        Party.Refused("slow_mode", await party.Try(Party.Fan, "two"));
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(20));
        await party.Say(Party.Fan, "two");
    }

    [Fact]
    public async Task FilterThatFails_DoesWhatTheRoomSays()
    {
        var party = new Party(cluster);
        Assert.True(Party.Ok(await party.Try(Party.Fan, "kaboom 1")).Held);
        Assert.Equal(ChatHoldReason.FilterFailed, Assert.Single((await party.Moderation()).Held).Why);
        await party.Set(s => s with { IfFilterFails = ChatFilterFailure.Refuse });
        Party.Refused("unavailable", await party.Try(Party.Fan, "kaboom 2"));
        await party.Set(s => s with { IfFilterFails = ChatFilterFailure.LetThrough });
        Assert.False(Party.Ok(await party.Try(Party.Fan, "kaboom 3")).Held);
        Assert.Equal(ChatFilterFailure.LetThrough, (await party.Join()).Room.IfFilterFails);
    }

    [Fact]
    public async Task Reactions_AreSummedAndNeverStored()
    {
        var party = new Party(cluster);
        var batches = await cluster.Watch(party.Id);
        await party.Join();
        for (var i = 0; i < 5; i++) Assert.Null(await party.Room.React(Party.Fan, "🔥"));
        Assert.Null(await party.Room.React(Party.Other, "👏"));
        Assert.Equal("invalid_reaction", (await party.Room.React(Party.Fan, "x"))!.Code);
        Assert.Equal("sign_in_required", (await party.Room.React(null, "🔥"))!.Code);

        var sums = new Dictionary<string, int>();
        await batches.Until(b =>
        {
            Assert.Equal(b.From, b.To + 1);
            foreach (var (emoji, count) in b.Reactions) sums[emoji] = sums.GetValueOrDefault(emoji) + count;
            return sums.Values.Sum() == 6;
        });
        Assert.Equal((5, 1), (sums["🔥"], sums["👏"]));
        Assert.Equal(0, await cluster.Log.Last(party.Id));
    }

    [Fact]
    public async Task Reactions_TooManyOfOne_AreRefused()
    {
        var party = new Party(cluster);
        for (var i = 0; i < cluster.Options.ReactionBurst; i++) Assert.Null(await party.Room.React(Party.Fan, "🔥"));
        var refused = await party.Room.React(Party.Fan, "🔥");
        Assert.Equal(("rate_limited", 1), (refused!.Code, refused.RetryAfter));
    }

    [Fact]
    public async Task Viewers_GoOutWithABatch()
    {
        var party = new Party(cluster);
        var batches = await cluster.Watch(party.Id);
        await party.Join();
        await party.Room.ReportViewers(42);
        Assert.Equal(42, (await batches.First(b => b.Viewers is not null)).Viewers);
    }
}
