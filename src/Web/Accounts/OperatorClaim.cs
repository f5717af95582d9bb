using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Accounts;

/// <summary>
/// The operator role goes to the first signed-in account that brings a token which the server has printed. Tokens are offered at every
/// start until then; the last few stay good, so that the link of a start before still works. Only their hashes are kept.
/// </summary>
public sealed class OperatorClaim(IServiceScopeFactory scopes, IOptions<AccountOptions> options) : IDisposable
{
    private const int TokensKept = 5;
    private readonly SemaphoreSlim _one = new(1);

    /// <returns>A new token, or null when the site has an operator.</returns>
    public async Task<string?> Offer()
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await HasOperator(scope.ServiceProvider)) return null;
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        Keep([.. Kept().TakeLast(TokensKept - 1), HashOf(token)]);
        return token;
    }

    /// <returns>Whether the account is an operator now.</returns>
    internal async Task<bool> Claim(string accountId, string token)
    {
        await _one.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            if (!IsKept(token) || await HasOperator(scope.ServiceProvider) || await users.FindByIdAsync(accountId) is not { } account) return false;
            if (!(await users.AddToRoleAsync(account, AccountRoles.Operator)).Succeeded) return false;
            File.Delete(PathOfKept);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private string PathOfKept =>
        options.Value.OperatorClaimFile ?? throw new InvalidOperationException("Accounts:OperatorClaimFile is not set by the host.");

    private static async Task<bool> HasOperator(IServiceProvider services) =>
        (await services.GetRequiredService<UserManager<Account>>().GetUsersInRoleAsync(AccountRoles.Operator)).Count > 0;

    private bool IsKept(string token)
    {
        var hash = Encoding.ASCII.GetBytes(HashOf(token));
        return Kept().Any(kept => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept), hash));
    }

    private string[] Kept() => File.Exists(PathOfKept) ? File.ReadAllLines(PathOfKept) : [];

    private void Keep(string[] hashes)
    {
        File.WriteAllLines(PathOfKept, hashes);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(PathOfKept, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
