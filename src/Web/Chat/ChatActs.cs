using System.Globalization;
using System.Security.Claims;
using ContentPages.Chat;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Acted = System.Threading.Tasks.Task<Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<ContentPages.Web.Chat.ChatActResponse>, Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>>;

namespace ContentPages.Web.Chat;

/// <summary>What owner and moderators do to messages and to the room. The room decides who may.</summary>
internal static class ChatActs
{
    public static Acted Delete(string id, string messageId, string? reason, ClaimsPrincipal user, IClusterClient grains) =>
        SeqOf(messageId) is { } seq ? Do(grains, id, user, new DeleteMessage(seq), reason) : MessageNotFound();

    public static Acted Clear(string id, string? reason, ClaimsPrincipal user, IClusterClient grains) => Do(grains, id, user, new ClearRoom(), reason);

    public static async Acted ChangeSettings(string id, ChatSettingsContract settings, ClaimsPrincipal user, IClusterClient grains)
    {
        var errors = ChatRules.Check(settings);
        return errors.Any ? Problem.Invalid(errors) : await Do(grains, id, user, new ChangeChatSettings(settings.ToSettings()));
    }

    public static Acted Approve(string id, string heldId, ClaimsPrincipal user, IClusterClient grains) => Do(grains, id, user, new ApproveHeld(heldId));

    public static Acted Reject(string id, string heldId, ClaimsPrincipal user, IClusterClient grains) => Do(grains, id, user, new RejectHeld(heldId));

    public static Acted Pin(string id, PinChatMessageRequest request, ClaimsPrincipal user, IClusterClient grains) =>
        SeqOf(request.MessageId) is { } seq ? Do(grains, id, user, new PinMessage(seq)) : MessageNotFound();

    public static Acted Unpin(string id, ClaimsPrincipal user, IClusterClient grains) => Do(grains, id, user, new UnpinMessage());

    public static Acted Undo(string id, string auditId, ClaimsPrincipal user, IClusterClient grains) => Do(grains, id, user, new UndoAct(auditId));

    public static async Acted Do(IClusterClient grains, string id, ClaimsPrincipal user, ChatAct act, string? reason = null)
    {
        var errors = ChatRules.Check(reason);
        if (errors.Any) return Problem.Invalid(errors);
        var said = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        var done = await grains.GetGrain<IChatRoomGrain>(id).Moderate(user.RequiredChatPerson(), act with { Reason = said });
        return done.Ok ? TypedResults.Ok(new ChatActResponse(done.Value.AuditId)) : Problem.Of(done.Rejection);
    }

    private static long? SeqOf(string messageId) =>
        long.TryParse(messageId, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq > 0 ? seq : null;

    private static Acted MessageNotFound() => Task.FromResult<Results<Ok<ChatActResponse>, ProblemHttpResult>>(
        Problem.Of(StatusCodes.Status404NotFound, "message_not_found", "There is no such message, or it is removed already."));
}
