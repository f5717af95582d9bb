using System.Security.Claims;

namespace ContentPages.Web.Accounts;

/// <summary>What the rest of the site knows of who is calling.</summary>
internal static class Caller
{
    public const string DisplayNameClaim = "display_name";

    /// <summary>The account's id, or null for a visitor.</summary>
    public static string? AccountId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The account's id where the endpoint demands that somebody is signed in.</summary>
    public static string RequiredAccountId(this ClaimsPrincipal user) =>
        user.AccountId() ?? throw new InvalidOperationException("The endpoint does not demand a signed-in caller.");

    public static string DisplayName(this ClaimsPrincipal user) => user.FindFirstValue(DisplayNameClaim) ?? "";
}
