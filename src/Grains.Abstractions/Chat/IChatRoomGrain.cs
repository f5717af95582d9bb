using Orleans.Concurrency;

namespace ContentPages.Chat;

/// <summary>
/// The chat of one live stream; the key is the stream's id, and the room is there as soon as the stream is. Callers say who calls; the grain
/// decides what they may. Codes of rejections: <c>not_found</c>, <c>sign_in_required</c>, <c>banned</c>, <c>timed_out</c>, <c>chat_closed</c>,
/// <c>empty</c>, <c>too_long</c>, <c>blocked_term</c>, <c>slow_mode</c>, <c>rate_limited</c>, <c>room_busy</c>, <c>unavailable</c>.
/// </summary>
[Alias("contentpages.IChatRoomGrain")]
public interface IChatRoomGrain : IGrainWithStringKey
{
    /// <summary>What the room holds now.</summary>
    /// <param name="caller">Null for who is not signed in.</param>
    /// <param name="afterSeq">The newest number that the caller has seen; null for none.</param>
    [Alias("Join")]
    Task<Result<ChatSnapshot>> Join(ChatPerson? caller, long? afterSeq);

    /// <summary>
    /// Writes a message; answered when it is durable. The same author and <paramref name="clientId"/> again get the first answer, as long as the
    /// message is one of the last 500 entries.
    /// </summary>
    /// <param name="clientId">1 to 64 characters, made by the caller.</param>
    [Alias("Post")]
    Task<Result<ChatPosted>> Post(ChatPerson? author, string clientId, string text);

    /// <summary>Counts one tap of <see cref="ChatReactions"/>; null when it is counted. Never stored.</summary>
    [Alias("React")]
    Task<Rejection?> React(ChatPerson? caller, string emoji);

    /// <summary>
    /// Does what only owner and moderators may; every act is in the audit. Further codes: <c>not_a_moderator</c>, <c>owners_alone</c>,
    /// <c>protected_user</c>, <c>message_not_found</c>, <c>held_not_found</c>, <c>audit_not_found</c>, <c>not_undoable</c>,
    /// <c>too_many_bans</c>, <c>too_many_time_outs</c>, <c>too_many_moderators</c>, <c>invalid_settings</c>, <c>invalid_act</c>,
    /// <c>author_banned</c>, <c>review_full</c>, <c>already_held</c>.
    /// </summary>
    [Alias("Moderate")]
    Task<Result<ChatActed>> Moderate(ChatPerson actor, ChatAct act);

    [Alias("GetModeration")]
    Task<Result<ChatModeration>> GetModeration(ChatPerson caller);

    /// <param name="before">From the page before; null for the newest.</param>
    /// <param name="limit">1 to 100.</param>
    [Alias("GetAudit")]
    Task<Result<ChatAuditPage>> GetAudit(ChatPerson caller, string? before, int limit);

    /// <summary>How many watch the stream; goes to the viewers with the next batch.</summary>
    [Alias("ReportViewers"), OneWay]
    Task ReportViewers(int viewers);

    /// <summary>The stream was changed or deleted: the room asks again, and of a deleted one it removes everything.</summary>
    [Alias("StreamChanged")]
    Task StreamChanged();
}
