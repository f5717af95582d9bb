using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Accounts;

/// <summary>Checks a mail address and a password so that neither the answer nor its time tells which of the two was wrong.</summary>
internal sealed class PasswordSignIn(
    SignInManager<Account> signIn, UserManager<Account> users, IPasswordHasher<Account> hasher, IOptions<AccountOptions> options, TimeProvider clock)
{
    private static readonly Account Nobody = new();
    private static string? hashOfNobody;

    /// <returns>The account, or null after <see cref="AccountOptions.RefusedSignInTakes"/>.</returns>
    public async Task<Account?> Check(string email, string password)
    {
        var started = clock.GetTimestamp();
        var account = await users.FindByEmailAsync(email);
        if (account is null || await users.IsLockedOutAsync(account)) HashInVain(password);
        else if ((await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded) return account;

        var left = options.Value.RefusedSignInTakes - clock.GetElapsedTime(started);
        if (left > TimeSpan.Zero) await Task.Delay(left, clock);
        return null;
    }

    private void HashInVain(string password)
    {
        hashOfNobody ??= hasher.HashPassword(Nobody, "nobody signs in with this");
        hasher.VerifyHashedPassword(Nobody, hashOfNobody, password);
    }
}
