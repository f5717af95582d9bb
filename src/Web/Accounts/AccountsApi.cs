using ContentPages.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContentPages.Web.Accounts;

/// <summary>
/// Identity's endpoints under their own names, as far as they need no mail. A browser signs in with <c>login?useCookies=true</c>,
/// a program without it and gets bearer tokens.
/// </summary>
internal static class AccountsApi
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/account").WithTags("Account");

        group.MapPost("/register", SignUp.Register).WithName("register").LimitedBy(RateLimit.SignUp)
            .WithSummary("Makes an account. Signing in is a request of its own.").WithProblems(400, 409, 429);
        group.MapPost("/login", SignInAndOut.Login).WithName("login").LimitedBy(RateLimit.SignIn)
            .WithSummary("Signs in: with a cookie when useCookies is true, otherwise the answer holds tokens.").WithProblems(400, 401, 429);
        group.MapPost("/refresh", SignInAndOut.Refresh).WithName("refresh").LimitedBy(RateLimit.SignIn)
            .WithSummary("New tokens for a refresh token.").WithProblems(400, 401, 429);
        group.MapPost("/logout", SignInAndOut.Logout).WithName("logout")
            .WithSummary("Takes the cookie back. Tokens are forgotten by the program that has them.");

        var own = group.MapGroup("").RequireAuthorization();
        own.MapGet("/me", OwnAccount.Get).WithName("getMe").WithSummary("The caller's account.").WithProblems(401);
        own.MapPut("/me", OwnAccount.Update).WithName("updateMe").WithSummary("Changes the display name.").WithProblems(400, 401);
        own.MapPost("/password", OwnAccount.ChangePassword).WithName("changePassword").LimitedBy(RateLimit.SignIn)
            .WithSummary("Changes the password and ends every other session of the account.").WithProblems(400, 401, 429);
        own.MapPost("/operator", OwnAccount.ClaimOperator).WithName("claimOperator").LimitedBy(RateLimit.SignIn)
            .WithSummary("Makes the caller the operator, with the token of the link that a fresh server prints.").WithProblems(400, 401, 403, 429);
    }
}
