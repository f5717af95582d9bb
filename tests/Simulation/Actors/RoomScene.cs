using ContentPages.Chat;
using ContentPages.Grains.Chat;
using ContentPages.Simulation.Engine;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Actors;

/// <summary>One room with its people.</summary>
internal sealed class RoomScene
{
    public static readonly ChatPerson Owner = new("owner", "Ada");

    private readonly SimulatedWorld _world;
    private readonly Dice _dice;

    /// <summary>Every message waits for review at first.</summary>
    private readonly bool _reviewing;

    public RoomScene(SimulatedWorld world, string streamId)
    {
        (_world, StreamId) = (world, streamId);
        _dice = world.Dice.Fork();
        Posts = new(world, world.Room(streamId));
        Fans = [.. Enumerable.Range(0, _dice.Between(2, 5)).Select(n => new ChatPerson($"u{n}", $"U{n}"))];
        _reviewing = _dice.Chance(0.3);
        Host = new(world, streamId, Owner, Fans, Done, _reviewing);
    }

    public string StreamId { get; }

    public Posts Posts { get; }

    public IReadOnlyList<ChatPerson> Fans { get; }

    public List<Viewer> Viewers { get; } = [];

    /// <summary>The acts that were acknowledged.</summary>
    public List<(string AuditId, ChatAct Act)> Done { get; } = [];

    public Moderator Host { get; }

    /// <summary>Much was said before: more than a room remembers, or nearly so much.</summary>
    public async Task Remember()
    {
        if (!_dice.Chance(0.12)) return;
        var before = Enumerable.Range(1, _dice.Between(460, 540)).Select(seq => Old(seq, Fans[seq % Fans.Count])).ToList();
        await _world.ChatLog.Append(StreamId, before, []);
        _world.Room(StreamId).Append(before, []);
        foreach (var entry in before) Posts.Acknowledge(Posts.Send(entry.UserId, entry.ClientId, entry.Text!), entry.Seq);
    }

    private ChatEntry Old(long seq, ChatPerson author) =>
        ChatEntry.Message(author, ChatRole.Viewer, $"old {seq}", $"once {seq}") with { Seq = seq, At = _world.Clock.Now };

    /// <summary>Ends when everybody has said what they had to say.</summary>
    public async Task Play()
    {
        Viewers.Add(new(_world, StreamId, null, "guest"));
        Viewers.AddRange(Fans.Select(fan => new Viewer(_world, StreamId, fan, fan.UserId)));
        if (_reviewing) await Host.Insist(new ChangeChatSettings(ChatSettings.Default with { Hold = ChatHold.All }));
        var writers = Fans.Select((fan, n) => new Fan(_world, StreamId, Viewers[n + 1], Posts).Write(_dice.Between(2, 8)));
        var acts = _dice.Chance(0.2) ? 0 : _dice.Between(2, _reviewing ? 15 : 10);
        await Task.WhenAll([.. writers, Host.Work(acts), new Moderator(_world, StreamId, Fans[0], Fans, Done, _reviewing).Work(acts / 2)]);
    }

    /// <summary>Goes on while the stream is deleted, through whichever node: none of it may be lost after somebody was told that it is kept.</summary>
    public async Task GoOn()
    {
        var writers = Fans.Select((fan, n) => new Fan(_world, StreamId, Viewers[n + 1], Posts).WriteOn(_dice.Between(1, 6)));
        await Task.WhenAll([.. writers, Act(_dice.Between(1, 3))]);

        async Task Act(int acts)
        {
            for (; acts > 0; acts--)
            {
                await _world.Pass(_dice.LongTail(3_000));
                await Host.Insist(new BanUser(new($"late-{acts}", "Stranger")));
            }
        }
    }

    /// <summary>Ends what is open, with a word that must be stored: a node that knows an old end of the log finds out by it.</summary>
    public async Task Close()
    {
        for (var looks = 0; looks < 50; looks++)
        {
            if (await Host.Look() is not { } moderation) continue;
            if (moderation.Held.Count == 0) break;
            await Host.Insist(new ApproveHeld(moderation.Held[0].Id));
        }

        var last = Posts.Send(Owner.UserId, "last", "good night");
        var person = new Viewer(_world, StreamId, Owner, Owner.UserId);
        Viewers.Add(person);
        while (person.Node is null) await _world.Pass(TimeSpan.FromMilliseconds(100));
        await new Fan(_world, StreamId, person, Posts).SendUntilAnswered(last, "last");
        if (last.Seq is null) _world.Violate("The owner cannot write in his own room.");
        await ReadAudit();
    }

    /// <summary>Page by page it is what the log has.</summary>
    private async Task ReadAudit()
    {
        var owner = new Caller(_world, Owner.UserId);
        var limit = _dice.Between(1, 5);
        var shown = new List<string>();
        string? before = null;
        do
        {
            var page = await owner.Insist("reads the audit", c => c.GetGrain<IChatRoomGrain>(StreamId).GetAudit(Owner, before, limit));
            shown.AddRange(page?.Value?.Entries.Select(e => e.Id) ?? []);
            before = page?.Value?.Before;
        }
        while (before is not null);
        var logged = _world.Room(StreamId).Audit.Select(a => a.Id).OrderDescending(StringComparer.Ordinal);
        if (!shown.SequenceEqual(logged)) _world.Violate($"The audit is shown as {string.Join(',', shown)}, and is {string.Join(',', logged)}.");
    }

    /// <summary>The stream is deleted: nobody finds a room any more.</summary>
    public async Task Miss()
    {
        var owner = new Caller(_world, Owner.UserId);
        await NotFound(owner.Insist("joins", c => c.GetGrain<IChatRoomGrain>(StreamId).Join(Owner, null)));
        await NotFound(owner.Insist("writes", c => c.GetGrain<IChatRoomGrain>(StreamId).Post(Owner, "late", "is anybody there?")));
        await NotFound(owner.Insist("acts", c => c.GetGrain<IChatRoomGrain>(StreamId).Moderate(Owner, new BanUser(Fans[0]))));
        await NotFound(owner.Insist("looks", c => c.GetGrain<IChatRoomGrain>(StreamId).GetModeration(Owner)));
    }

    private async Task NotFound<T>(Task<Result<T>?> call) where T : class
    {
        var answer = await call;
        if (answer?.Rejection?.Code != "not_found") _world.Violate($"The room of a deleted stream answers {answer?.Value}{answer?.Rejection}.");
    }
}
