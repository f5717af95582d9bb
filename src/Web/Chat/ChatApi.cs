using ContentPages.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Chat;

internal static class ChatApi
{
    public static void AddChat(this IServiceCollection services)
    {
        services.AddSingleton<ChatMetrics>();
        services.AddSingleton<RoomMembers>();
        services.AddSingleton<ChatRooms>();
        services.AddSingleton<RoomRelay>();
    }

    public static void MapChat(this IEndpointRouteBuilder api)
    {
        // Made now, so that what it measures is there before anybody connects.
        api.ServiceProvider.GetRequiredService<RoomRelay>();
        var room = api.MapGroup("/streams/{id}/chat").WithTags("Chat").WithWellFormedIds();
        room.MapGet("", ChatReads.History).WithName("getChatHistory").WithProblems(400, 404)
            .WithSummary("Messages before a number, the newest without one; with from and until those of a time. Removed ones are left out.");

        api.MapGroup("/videos/{id}/chat").WithTags("Chat").WithWellFormedIds()
            .MapGet("", VideoChat.Get).WithName("getVideoChat").WithProblems(400, 404)
            .WithSummary("What was said while a recording was made, in its seconds. Empty for other videos, and once the stream is deleted.");

        var own = room.MapGroup("").RequireAuthorization().WithProblems(401, 403, 404, 503);
        own.MapGet("/moderation", ChatReads.Moderation).WithName("getChatModeration")
            .WithSummary("Settings, people and held messages, for owner and moderators.");
        own.MapGet("/audit", ChatReads.Audit).WithName("getChatAudit").WithProblems(400)
            .WithSummary("What owner and moderators have done, newest first, for them alone.");

        var acts = own.MapGroup("").LimitedBy(RateLimit.Moderation).WithProblems(400, 409, 429);
        acts.MapDelete("/{messageId}", ChatActs.Delete).WithName("deleteChatMessage").WithSummary("Removes one message.");
        acts.MapDelete("", ChatActs.Clear).WithName("clearChat").WithSummary("Removes every message so far.");
        acts.MapPut("/settings", ChatActs.ChangeSettings).WithName("changeChatSettings").WithSummary("Changes all settings.");
        acts.MapPut("/pinned", ChatActs.Pin).WithName("pinChatMessage").WithSummary("Pins a message, in place of the one that was.");
        acts.MapDelete("/pinned", ChatActs.Unpin).WithName("unpinChatMessage").WithSummary("Pins nothing any more.");
        acts.MapPost("/held/{heldId}/approve", ChatActs.Approve).WithName("approveHeldMessage").WithSummary("Lets a held message through.");
        acts.MapPost("/held/{heldId}/reject", ChatActs.Reject).WithName("rejectHeldMessage").WithSummary("Drops a held message.");
        acts.MapPost("/audit/{auditId}/undo", ChatActs.Undo).WithName("undoChatAct")
            .WithSummary("Takes back a removal, a time-out or a ban; messages come back. A message that was approved or rejected waits for review again.");

        acts.MapPost("/timeouts", ChatPeople.TimeOut).WithName("timeOutChatUser").WithSummary("Keeps somebody from writing for a time.");
        acts.MapDelete("/timeouts/{userId}", ChatPeople.Pardon).WithName("liftChatTimeout").WithSummary("Lets somebody write again, whatever kept them from it.");
        acts.MapPost("/bans/{userId}", ChatPeople.Ban).WithName("banChatUser").WithSummary("Keeps somebody from writing.");
        acts.MapDelete("/bans/{userId}", ChatPeople.Pardon).WithName("unbanChatUser").WithSummary("Lets somebody write again, whatever kept them from it.");
        acts.MapPost("/moderators/{userId}", ChatPeople.Appoint).WithName("appointChatModerator").WithSummary("Makes somebody a moderator. The owner's alone.");
        acts.MapDelete("/moderators/{userId}", ChatPeople.Dismiss).WithName("dismissChatModerator")
            .WithSummary("The owner's alone; a moderator may dismiss themselves.");
    }
}
