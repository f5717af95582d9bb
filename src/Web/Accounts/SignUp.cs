using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Accounts;

internal static class SignUp
{
    public static async Task<Results<Ok, ProblemHttpResult>> Register(
        RegisterRequest request, UserManager<Account> users, AccountsDb db, IOptions<AccountOptions> options, TimeProvider clock)
    {
        var errors = AccountRules.Check(request, options.Value);
        if (errors.Any) return Problem.Invalid(errors);

        var account = new Account
        {
            Id = EntityId.New(clock.GetUtcNow()),
            UserName = request.Email,
            Email = request.Email,
            DisplayName = request.DisplayName.Trim(),
            CreatedAt = clock.GetUtcNow(),
        };
        string[] roles = options.Value.NewAccountsAreArtists ? [AccountRoles.Viewer, AccountRoles.Artist] : [AccountRoles.Viewer];
        try
        {
            // An account is never there without its roles.
            await using var transaction = await db.Database.BeginTransactionAsync();
            var created = await users.CreateAsync(account, request.Password);
            if (!created.Succeeded) return AccountRules.Refused(created, "password");
            await users.AddToRolesAsync(account, roles);
            await transaction.CommitAsync();
            return TypedResults.Ok();
        }
        catch (DbUpdateException)
        {
            // Two sign-ups with one address at the same moment: the unique index has let one through.
            db.ChangeTracker.Clear();
            if (await users.FindByEmailAsync(request.Email) is not null) return AccountRules.EmailTaken();
            throw;
        }
    }
}
