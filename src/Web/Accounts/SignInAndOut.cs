using ContentPages.Web.Http;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Accounts;

internal static class SignInAndOut
{
    public static async Task<Results<Ok<AccessTokenResponse>, EmptyHttpResult, ProblemHttpResult>> Login(
        LoginRequest request, bool? useCookies, PasswordSignIn passwords, SignInManager<Account> signIn)
    {
        if (!AccountRules.CanBe(request) || await passwords.Check(request.Email, request.Password) is not { } account)
        {
            return Problem.Of(
                StatusCodes.Status401Unauthorized,
                "invalid_credentials",
                "The mail address and the password do not fit together, or there were too many tries; then wait a few minutes.");
        }

        // The bearer handler writes the tokens, the cookie handler the cookie.
        signIn.AuthenticationScheme = useCookies == true ? IdentityConstants.ApplicationScheme : IdentityConstants.BearerScheme;
        await signIn.SignInAsync(account, isPersistent: true);
        return TypedResults.Empty;
    }

    public static async Task<Results<Ok<AccessTokenResponse>, SignInHttpResult, ProblemHttpResult>> Refresh(
        RefreshRequest request, SignInManager<Account> signIn, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider clock)
    {
        var ticket = bearer.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(request.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires
            || clock.GetUtcNow() >= expires
            || await signIn.ValidateSecurityStampAsync(ticket.Principal) is not { } account)
            return Problem.Of(StatusCodes.Status401Unauthorized, "invalid_refresh_token", "Sign in again.");

        return TypedResults.SignIn(await signIn.CreateUserPrincipalAsync(account), authenticationScheme: IdentityConstants.BearerScheme);
    }

    public static SignOutHttpResult Logout() => TypedResults.SignOut(authenticationSchemes: [IdentityConstants.ApplicationScheme]);
}
