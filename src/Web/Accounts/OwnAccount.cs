using System.Security.Claims;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Accounts;

internal static class OwnAccount
{
    public static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> Get(ClaimsPrincipal user, UserManager<Account> users) =>
        await users.GetUserAsync(user) is { } account ? TypedResults.Ok(await Describe(account, users)) : Gone();

    public static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> Update(
        UpdateMeRequest request, ClaimsPrincipal user, UserManager<Account> users, Sessions sessions)
    {
        var errors = AccountRules.Check(request);
        if (errors.Any) return Problem.Invalid(errors);
        if (await users.GetUserAsync(user) is not { } account) return Gone();

        account.DisplayName = request.DisplayName.Trim();
        var updated = await users.UpdateAsync(account);
        if (!updated.Succeeded) return Problem.Of(StatusCodes.Status409Conflict, "account_changed", "The account was changed elsewhere. Try again.");
        sessions.Forget(account.Id);
        return TypedResults.Ok(await Describe(account, users));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> ChangePassword(
        ChangePasswordRequest request, HttpContext context, UserManager<Account> users, SignInManager<Account> signIn, Sessions sessions,
        IOptions<AccountOptions> options)
    {
        var errors = AccountRules.Check(request, options.Value);
        if (errors.Any) return Problem.Invalid(errors);
        if (await users.GetUserAsync(context.User) is not { } account) return Gone();

        // The change gives the account a new security stamp, which no session from before has.
        var changed = await users.ChangePasswordAsync(account, request.CurrentPassword, request.NewPassword);
        if (changed.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
            return Problem.Invalid(new FieldErrors().Add("currentPassword", "This is not the current password."));
        if (!changed.Succeeded) return AccountRules.Refused(changed, "newPassword");
        sessions.Revoke(account.Id);

        var cookie = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (cookie.Succeeded) await signIn.SignInAsync(account, cookie.Properties);
        return TypedResults.NoContent();
    }

    public static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> ClaimOperator(
        ClaimOperatorRequest request, ClaimsPrincipal user, UserManager<Account> users, OperatorClaim claim, Sessions sessions)
    {
        if (await users.GetUserAsync(user) is not { } account) return Gone();
        if (!await users.IsInRoleAsync(account, AccountRoles.Operator) && !await claim.Claim(account.Id, request.Token))
        {
            return Problem.Of(
                StatusCodes.Status403Forbidden, "claim_refused", "This link is not, or no longer, one that makes an operator. A start of the server prints a new one.");
        }

        sessions.Forget(account.Id);
        return TypedResults.Ok(await Describe(account, users));
    }

    private static async Task<MeResponse> Describe(Account account, UserManager<Account> users) =>
        new(account.Id, account.Email ?? "", account.DisplayName, [.. (await users.GetRolesAsync(account)).Order(StringComparer.Ordinal)]);

    // Deleted between the check of the session and now.
    private static ProblemHttpResult Gone() => Problem.Of(StatusCodes.Status401Unauthorized);
}
