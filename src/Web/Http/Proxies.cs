using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Http;

/// <summary>Believes forwarded headers of the proxies that <see cref="WebOptions.TrustedProxies"/> names, and of nobody else.</summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().Validate(
            static web => web.TrustedProxies.All(static proxy => TryParse(proxy, out _)),
            "Web:TrustedProxies must hold addresses (10.0.0.1) or networks (10.0.0.0/8).");
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<WebOptions>>(static (forwarded, web) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in web.Value.TrustedProxies)
                if (TryParse(proxy, out var network)) forwarded.KnownIPNetworks.Add(network);
        });
    }

    public static void UseProxies(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<IOptions<WebOptions>>().Value.TrustedProxies.Count > 0) app.UseForwardedHeaders();
    }

    private static bool TryParse(string proxy, out System.Net.IPNetwork network)
    {
        if (!IPAddress.TryParse(proxy, out var address)) return System.Net.IPNetwork.TryParse(proxy, out network);
        network = new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
