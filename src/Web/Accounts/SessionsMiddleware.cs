using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Accounts;

internal static class SessionsMiddleware
{
    private static readonly ClaimsPrincipal Visitor = new(new ClaimsIdentity());

    /// <summary>Puts the account as it is now in place of what the cookie or token remembers of it.</summary>
    public static IApplicationBuilder UseSessions(this IApplicationBuilder app)
    {
        var sessions = app.ApplicationServices.GetRequiredService<Sessions>();
        return app.Use(async (context, next) =>
        {
            if (context.User.Identity is { IsAuthenticated: true }) context.User = await sessions.Resolve(context.User) ?? Visitor;
            await next(context);
        });
    }
}
