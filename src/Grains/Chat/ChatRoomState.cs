using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContentPages.Catalog;
using ContentPages.Chat;
using ContentPages.Grains.Catalog;

namespace ContentPages.Grains.Chat;

/// <summary>What is stored of a room beside its log. Changed by <see cref="ChatRoomMachine.Apply"/> alone; its bounds are in <see cref="ChatLimits"/>.</summary>
public sealed record ChatRoomState : ICatalogEntity
{
    public ChatSettings Settings { get; init; } = ChatSettings.Default;

    public ImmutableDictionary<string, ChatPerson> Moderators { get; init; } = ImmutableDictionary<string, ChatPerson>.Empty;

    public ImmutableDictionary<string, ChatBan> Bans { get; init; } = ImmutableDictionary<string, ChatBan>.Empty;

    /// <summary>Those that are over go with the next change.</summary>
    public ImmutableDictionary<string, ChatTimeOut> TimeOuts { get; init; } = ImmutableDictionary<string, ChatTimeOut>.Empty;

    public ChatMessage? Pinned { get; init; }

    /// <summary>Oldest first.</summary>
    public ImmutableList<HeldMessage> Held { get; init; } = [];

    /// <summary>Acts that are decided and may not be in the log yet, oldest first.</summary>
    public ImmutableList<PendingAct> Pending { get; init; } = [];

    /// <summary>The stream that the room belongs to; null when there is none. Asked, not stored.</summary>
    [JsonIgnore]
    public ChatHost? Host { get; init; }

    [JsonIgnore]
    public ChatRoomInfo Info => new(Settings.SlowModeSeconds, Settings.Hold, Settings.IfFilterFails, Settings.Closed, Pinned);

    [JsonIgnore]
    public string? CatalogStatus => null;

    [JsonIgnore]
    public string? CatalogSearchText => null;

    [JsonIgnore]
    public bool CatalogListed => false;

    public ChatRole RoleOf(string? userId) =>
        userId is null ? ChatRole.Viewer
        : userId == Host?.OwnerId ? ChatRole.Owner
        : Moderators.ContainsKey(userId) ? ChatRole.Moderator
        : ChatRole.Viewer;

    public IReadOnlyList<CatalogEntry> Entries() => [];
}

/// <summary>What a room must know of its stream.</summary>
public sealed record ChatHost(string OwnerId, Visibility Visibility);

/// <summary>What an act must still write to the log, in one go.</summary>
/// <param name="Entry">Without a number; null for an act that viewers do not see in the log.</param>
public sealed record PendingAct(ChatAuditEntry Audit, ChatEntry? Entry);
