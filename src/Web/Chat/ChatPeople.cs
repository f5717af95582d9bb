using System.Security.Claims;
using ContentPages.Chat;
using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Acted = System.Threading.Tasks.Task<Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<ContentPages.Web.Chat.ChatActResponse>, Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>>;

namespace ContentPages.Web.Chat;

/// <summary>What owner and moderators do to people.</summary>
internal static class ChatPeople
{
    public static async Acted TimeOut(
        string id, ChatTimeoutRequest request, ClaimsPrincipal user, IClusterClient grains, UserManager<Account> accounts)
    {
        var errors = ChatRules.Check(request);
        if (errors.Any) return Problem.Invalid(errors);
        return await Do(grains, id, user, accounts, request.UserId, person => new TimeOutUser(person, request.Seconds, request.RemoveMessages), request.Reason);
    }

    public static Acted Ban(
        string id, string userId, ChatBanRequest? request, ClaimsPrincipal user, IClusterClient grains, UserManager<Account> accounts) =>
        Do(grains, id, user, accounts, userId, person => new BanUser(person, request?.RemoveMessages ?? false), request?.Reason);

    // Nobody has use for lifting only one of the two.
    public static Acted Pardon(string id, string userId, ClaimsPrincipal user, IClusterClient grains) =>
        ChatActs.Do(grains, id, user, new UnbanUser(userId));

    public static Acted Appoint(string id, string userId, ClaimsPrincipal user, IClusterClient grains, UserManager<Account> accounts) =>
        Do(grains, id, user, accounts, userId, person => new AppointModerator(person));

    public static Acted Dismiss(string id, string userId, ClaimsPrincipal user, IClusterClient grains) =>
        ChatActs.Do(grains, id, user, new DismissModerator(userId));

    private static async Acted Do(
        IClusterClient grains, string id, ClaimsPrincipal user, UserManager<Account> accounts, string userId, Func<ChatPerson, ChatAct> act,
        string? reason = null) =>
        await accounts.FindByIdAsync(userId) is { } account
            ? await ChatActs.Do(grains, id, user, act(new(account.Id, account.DisplayName)), reason)
            : Problem.Of(StatusCodes.Status404NotFound, "user_not_found", "There is no such account.");
}
