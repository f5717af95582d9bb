using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ContentPages.Web.Accounts;

/// <summary>Identity's tables. The host chooses the database.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityDbContext<Account>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().Property(account => account.DisplayName).HasMaxLength(Account.MaxDisplayNameLength);
        builder.Entity<IdentityRole>().HasData(Role(AccountRoles.Viewer), Role(AccountRoles.Artist), Role(AccountRoles.Operator));
    }

    // Fixed values: seed data must be the same at every start.
    private static IdentityRole Role(string name) =>
        new() { Id = name, Name = name, NormalizedName = name.ToUpperInvariant(), ConcurrencyStamp = name };
}
