using Microsoft.AspNetCore.Identity;

namespace ContentPages.Web.Accounts;

/// <summary>Somebody who signs in with a mail address. The id is a UUIDv7, lower-case.</summary>
public sealed class Account : IdentityUser
{
    public const int MaxDisplayNameLength = 60;

    /// <summary>What others see; 1 to <see cref="MaxDisplayNameLength"/> characters.</summary>
    public string DisplayName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
