using System.ComponentModel.DataAnnotations;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace ContentPages.Web.Accounts;

/// <summary>What an account's fields may be.</summary>
internal static class AccountRules
{
    // RFC 5321: a path has at most 256 octets, two of them angle brackets.
    private const int MaxEmailLength = 254;

    // Hashing takes time in proportion to the length.
    private const int MaxPasswordLength = 128;

    private static readonly EmailAddressAttribute EmailAddress = new();

    public static FieldErrors Check(RegisterRequest request, AccountOptions options) => new FieldErrors()
        .Check("email", IsEmail(request.Email), "This is not a mail address.")
        .Password("password", request.Password, options)
        .Line("displayName", request.DisplayName, Account.MaxDisplayNameLength);

    public static FieldErrors Check(UpdateMeRequest request) =>
        new FieldErrors().Line("displayName", request.DisplayName, Account.MaxDisplayNameLength);

    public static FieldErrors Check(ChangePasswordRequest request, AccountOptions options) => new FieldErrors()
        .Check("currentPassword", request.CurrentPassword.Length is > 0 and <= MaxPasswordLength, "This is not the current password.")
        .Password("newPassword", request.NewPassword, options);

    /// <summary>Whether it is worth looking for such an account.</summary>
    public static bool CanBe(LoginRequest request) =>
        request.Email.Length is > 0 and <= MaxEmailLength && request.Password.Length is > 0 and <= MaxPasswordLength;

    public static ProblemHttpResult EmailTaken() =>
        Problem.Of(StatusCodes.Status409Conflict, "email_taken", "There is an account with this mail address already.");

    /// <summary>What Identity refused although our own rules took it.</summary>
    public static ProblemHttpResult Refused(IdentityResult result, string passwordField) =>
        result.Errors.Any(error => error.Code is "DuplicateEmail" or "DuplicateUserName")
            ? EmailTaken()
            : Problem.Invalid(result.Errors.Aggregate(new FieldErrors(), (errors, error) => errors.Add(
                error.Code.StartsWith("Password", StringComparison.Ordinal) ? passwordField : "email", error.Description)));

    private static bool IsEmail(string email) =>
        email.Length <= MaxEmailLength && EmailAddress.IsValid(email) && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static FieldErrors Password(this FieldErrors errors, string field, string password, AccountOptions options) => errors
        .Check(field, password.Length >= options.MinPasswordLength, $"A password needs at least {options.MinPasswordLength} characters.")
        .Check(field, password.Length <= MaxPasswordLength, $"A password has at most {MaxPasswordLength} characters.");
}
