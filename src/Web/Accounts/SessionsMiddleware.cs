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
            // All visitors are the same one: a connection that stays open keeps its own for as long.
            context.User = (context.User.Identity is { IsAuthenticated: true } ? await sessions.Resolve(context.User) : null) ?? Visitor;
            await next(context);
        });
    }
}
