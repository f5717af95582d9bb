using ContentPages.Web.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ContentPages.Silo;

internal static class Announcement
{
    /// <summary>Makes the tables of the accounts on a fresh data folder.</summary>
    public static async Task PrepareAccounts(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<AccountsDb>() is { } db) await db.Database.EnsureCreatedAsync();
    }

    /// <summary>Says on standard output where the site is, and, until it has an operator, how to become that.</summary>
    public static async Task Announce(this WebApplication app, HostArguments arguments)
    {
        var address = $"http://localhost:{PortOf(app) ?? arguments.Port}";
        Console.WriteLine($"ContentPages is ready at {address}");
        if (app.Services.GetService<OperatorClaim>() is { } claim && await claim.Offer() is { } token)
            Console.WriteLine($"Become its operator (sign in first): {address}/claim?token={token}");
    }

    private static int? PortOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? BindingAddress.Parse(address).Port
            : null;
}
