using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Accounts;

/// <summary>
/// A cookie or a token says who signed in and when; what that account may do now, and whether that session still counts, the account says.
/// Looked up once per <see cref="AccountOptions.SessionsSeenAgainAfter"/> and account, and at once after a change in this process.
/// </summary>
internal sealed class Sessions(IServiceScopeFactory scopes, IOptions<AccountOptions> options, IOptions<IdentityOptions> identity) : IDisposable
{
    // Overflow policy: the least recently used accounts are looked up again.
    private readonly MemoryCache _accounts = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <returns>The account as it is now, or null when the session was revoked or the account is gone.</returns>
    public async ValueTask<ClaimsPrincipal?> Resolve(ClaimsPrincipal presented)
    {
        if (presented.AccountId() is not { } id) return null;
        if (!_accounts.TryGetValue<ClaimsPrincipal>(id, out var current))
        {
            current = await Load(id);
            _accounts.Set(id, current, new MemoryCacheEntryOptions
            {
                AbsoluteExpirationRelativeToNow = options.Value.SessionsSeenAgainAfter,
                Size = 1,
            });
        }

        return current is not null && StampOf(current) is { } stamp && stamp == StampOf(presented) ? current : null;
    }

    /// <summary>Told the id of an account whose sessions were all revoked.</summary>
    public event Action<string>? Revoked;

    /// <summary>The account has changed: it is looked at again.</summary>
    public void Forget(string accountId) => _accounts.Remove(accountId);

    /// <summary>The account has a new security stamp, which no session from before has.</summary>
    public void Revoke(string accountId)
    {
        Forget(accountId);
        Revoked?.Invoke(accountId);
    }

    public void Dispose() => _accounts.Dispose();

    private string? StampOf(ClaimsPrincipal user) => user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);

    private async Task<ClaimsPrincipal?> Load(string id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(id);
        return account is null
            ? null
            : await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
    }
}
