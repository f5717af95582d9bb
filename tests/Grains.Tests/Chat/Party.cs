using System.Text.Json;
using ContentPages.Chat;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>One room of a grain test, with its people.</summary>
internal sealed class Party
{
    private readonly ChatCluster _cluster;
    private int _sent;

    public Party(ChatCluster cluster, Visibility visibility = Visibility.Public)
    {
        _cluster = cluster;
        Id = cluster.NewId();
        cluster.Streams.Add(Id, Owner.UserId, visibility);
    }

    public static ChatPerson Owner { get; } = new("owner", "Ada");

    public static ChatPerson Mod { get; } = new("mod", "Max");

    public static ChatPerson Fan { get; } = new("fan", "Fay");

    public static ChatPerson Other { get; } = new("other", "Otto");

    public string Id { get; }

    public IChatRoomGrain Room => _cluster.Grain(Id);

    public Task<Result<ChatPosted>> Try(ChatPerson? author, string text, string? clientId = null) =>
        Room.Post(author, clientId ?? $"c{Interlocked.Increment(ref _sent)}", text);

    /// <summary>Posts, and answers the number.</summary>
    public async Task<long> Say(ChatPerson author, string text, string? clientId = null) => Ok(await Try(author, text, clientId)).Seq;

    /// <summary>Acts, and lets a moment pass: the audit is ordered by time.</summary>
    public async Task<ChatActed> Act(ChatPerson actor, ChatAct act)
    {
        var acted = Ok(await Room.Moderate(actor, act));
        _cluster.World.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return acted;
    }

    public Task<ChatActed> Appoint() => Act(Owner, new AppointModerator(Mod));

    public Task<ChatActed> Set(Func<ChatSettings, ChatSettings> change) => Act(Owner, new ChangeChatSettings(change(ChatSettings.Default)));

    public async Task<ChatSnapshot> Join(ChatPerson? who = null, long? after = null) => Ok(await Room.Join(who, after));

    /// <summary>The texts that somebody sees who joins now.</summary>
    public async Task<string[]> Texts() => [.. (await Join()).Messages.Select(m => m.Text)];

    public async Task<ChatModeration> Moderation() => Ok(await Room.GetModeration(Owner));

    public async Task<IReadOnlyList<ChatAuditEntry>> Audit() => Ok(await Room.GetAudit(Owner, null, 100)).Entries;

    /// <summary>What is stored of the room now, or null.</summary>
    public async Task<ChatRoomState?> Stored() => await _cluster.World.Catalog.Get(Key) is { } item
        ? JsonSerializer.Deserialize<ChatRoomState>(item.Body.Span, CatalogStorage.Json) : null;

    /// <summary>Another activation has changed what is stored.</summary>
    public async Task Store(Func<ChatRoomState, ChatRoomState> change)
    {
        var item = (await _cluster.World.Catalog.Get(Key))!;
        await _cluster.World.Catalog.Put(item with { Body = Body(change((await Stored())!)) });
    }

    public static byte[] Body(ChatRoomState state) => JsonSerializer.SerializeToUtf8Bytes(state, CatalogStorage.Json);

    public ContentPages.Catalog.CatalogKey Key => CatalogStorage.KeyOf("chat/room", Id);

    public static T Ok<T>(Result<T> result) where T : class
    {
        Assert.Null(result.Rejection);
        return result.Value!;
    }

    public static void Refused<T>(string code, Result<T> result) where T : class => Assert.Equal(code, result.Rejection?.Code);
}
