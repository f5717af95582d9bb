using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Accounts;

public static class AccountServices
{
    internal const string CookieName = "contentpages";

    /// <summary>ASP.NET Core Identity over <see cref="AccountsDb"/>, whose database <paramref name="database"/> chooses.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> database)
    {
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDbContext<AccountsDb>(database);
        services.AddIdentityApiEndpoints<Account>()
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<AccountsDb>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddOptions<IdentityOptions>().Configure<IOptions<AccountOptions>>(Configure);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountOptions>>(Configure);
        services.Configure<BearerTokenOptions>(IdentityConstants.BearerScheme, static bearer => bearer.Events.OnMessageReceived = TokenOfSocket);
        services.AddAuthorizationBuilder().AddPolicy(AccountRoles.Artist, static policy => policy.RequireRole(AccountRoles.Artist));
        services.AddScoped<PasswordSignIn>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<OperatorClaim>();
        return services;
    }

    private static void Configure(IdentityOptions identity, IOptions<AccountOptions> options)
    {
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";
        identity.Password.RequiredLength = options.Value.MinPasswordLength;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequiredUniqueChars = 1;
        identity.Lockout.MaxFailedAccessAttempts = options.Value.MaxFailedSignIns;
        identity.Lockout.DefaultLockoutTimeSpan = options.Value.LockedFor;
    }

    private static void Configure(CookieAuthenticationOptions cookie, IOptions<AccountOptions> options)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = options.Value.CookieLasts;
        cookie.SlidingExpiration = true;
    }

    // A WebSocket of a program that cannot set headers carries its token in the address, as SignalR's clients do.
    private static Task TokenOfSocket(MessageReceivedContext context)
    {
        if (context.HttpContext.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
            && context.Request.Query["access_token"].ToString() is { Length: > 0 } token)
            context.Token = token;
        return Task.CompletedTask;
    }
}
