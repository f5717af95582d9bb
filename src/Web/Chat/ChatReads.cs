using System.Security.Claims;
using ContentPages.Chat;
using ContentPages.Web.Http;
using ContentPages.Web.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Chat;

internal static class ChatReads
{
    public static async Task<Results<Ok<ChatPageResponse>, ProblemHttpResult>> History(
        string id, string? before, string? limit, string? from, string? until, string? after, ClaimsPrincipal user, StreamLookup streams, IChatReader chat,
        CancellationToken cancel)
    {
        var query = new ChatPageQuery();
        var size = query.Limit(limit, most: from is null ? ChatPageQuery.MaxLimit : ChatPageQuery.MaxOfTime);
        var (older, newer) = (query.Number("before", before), query.Number("after", after));
        var (start, end) = (query.Time("from", from), query.Time("until", until));
        if (start is null != end is null) query.Refuse("invalid_until", "from and until go together.");
        if (query.Problem is { } problem) return problem;
        if (await streams.Find(id, user, cancel) is null) return Problem.NotFound();
        return TypedResults.Ok(ChatPageResponse.Of(start is { } time
            ? await chat.Between(id, time, end!.Value, newer, size, cancel)
            : await chat.History(id, older, size, cancel)));
    }

    public static async Task<Results<Ok<ChatModerationResponse>, ProblemHttpResult>> Moderation(string id, ClaimsPrincipal user, IClusterClient grains)
    {
        var room = await grains.GetGrain<IChatRoomGrain>(id).GetModeration(user.RequiredChatPerson());
        return room.Ok ? TypedResults.Ok(ChatModerationResponse.Of(room.Value)) : Problem.Of(room.Rejection);
    }

    public static async Task<Results<Ok<ChatAuditResponse>, ProblemHttpResult>> Audit(
        string id, string? before, string? limit, ClaimsPrincipal user, IClusterClient grains)
    {
        var query = new ChatPageQuery();
        var (size, older) = (query.Limit(limit), query.AuditId("before", before));
        if (query.Problem is { } problem) return problem;
        var page = await grains.GetGrain<IChatRoomGrain>(id).GetAudit(user.RequiredChatPerson(), older, size);
        return page.Ok ? TypedResults.Ok(ChatAuditResponse.Of(page.Value)) : Problem.Of(page.Rejection);
    }
}
