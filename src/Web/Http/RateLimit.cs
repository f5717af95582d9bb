using Microsoft.AspNetCore.Builder;

namespace ContentPages.Web.Http;

/// <summary>What is counted together against a limit.</summary>
internal enum RateLimit
{
    SignIn,
    SignUp,
    UploadTicket,
    NewStream,
    StreamStart,
    StreamKey,
    Moderation,
}

/// <summary>Endpoint metadata: which limit holds.</summary>
internal sealed record LimitedBy(RateLimit Limit);

internal static class RateLimitExtensions
{
    public static TBuilder LimitedBy<TBuilder>(this TBuilder builder, RateLimit limit)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new LimitedBy(limit));
}
