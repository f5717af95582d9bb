using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ContentPages.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Http;

internal static class RateLimits
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(static _ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>(static (limiter, options) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, (RateLimit, string)>(context => ByAddress(context, options.Value)),
                PartitionedRateLimiter.Create<HttpContext, (RateLimit, string)>(context => ByUser(context, options.Value)));
            limiter.OnRejected = static (rejected, _) => Reject(rejected.HttpContext, rejected.Lease);
        });
        return services;
    }

    /// <summary>Only endpoints that are limited pay for counting.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app) =>
        app.UseWhen(static context => LimitOf(context) is not null, static limited => limited.UseRateLimiter());

    private static LimitedBy? LimitOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<LimitedBy>();

    private static RateLimitPartition<(RateLimit, string)> ByAddress(HttpContext context, RateLimitOptions options)
    {
        var limit = LimitOf(context)!.Limit;
        var window = options.Of(limit);
        return Window((limit, NetworkOf(context.Connection.RemoteIpAddress)), window.PerAddress, window.Window);
    }

    private static RateLimitPartition<(RateLimit, string)> ByUser(HttpContext context, RateLimitOptions options)
    {
        var limit = LimitOf(context)!.Limit;
        if (context.User.AccountId() is not { } account) return RateLimitPartition.GetNoLimiter((limit, ""));
        var window = options.Of(limit);
        return Window((limit, account), window.PerUser, window.Window);
    }

    private static RateLimitPartition<(RateLimit, string)> Window((RateLimit, string) key, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 });

    /// <summary>Whoever has one IPv6 address has its whole /64.</summary>
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static async ValueTask Reject(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await Problem.Of(StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }
}
