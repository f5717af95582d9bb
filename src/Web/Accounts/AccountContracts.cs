namespace ContentPages.Web.Accounts;

/// <param name="Password">8 to 128 characters.</param>
/// <param name="DisplayName">What others see; 1 to 60 characters.</param>
internal sealed record RegisterRequest(string Email, string Password, string DisplayName);

internal sealed record LoginRequest(string Email, string Password);

internal sealed record RefreshRequest(string RefreshToken);

internal sealed record UpdateMeRequest(string DisplayName);

internal sealed record ChangePasswordRequest(string CurrentPassword, string NewPassword);

/// <param name="Token">From the link that a fresh server prints.</param>
internal sealed record ClaimOperatorRequest(string Token);

/// <summary>The caller's own account.</summary>
/// <param name="Roles">Of <c>viewer</c>, <c>artist</c>, <c>operator</c>.</param>
internal sealed record MeResponse(string Id, string Email, string DisplayName, IReadOnlyList<string> Roles);
