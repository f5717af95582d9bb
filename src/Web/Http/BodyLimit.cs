using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace ContentPages.Web.Http;

/// <summary>No body of the API is larger than this; files go to the object store.</summary>
internal sealed class BodyLimit : IRequestSizeLimitMetadata
{
    public const long Bytes = 64 * 1024;

    public long? MaxRequestBodySize => Bytes;
}

internal static class BodyLimitExtensions
{
    public static TBuilder WithBodyLimit<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new BodyLimit());

    /// <summary>Refuses a body that says it is too large before anything reads it. The server itself stops one that does not say.</summary>
    public static IApplicationBuilder UseBodyLimits(this IApplicationBuilder app) => app.Use(static (context, next) =>
        context.Request.ContentLength is { } length
        && context.Features.Get<IEndpointFeature>()?.Endpoint?.Metadata.GetMetadata<BodyLimit>() is { } limit
        && length > limit.MaxRequestBodySize
            ? Problem.Of(StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context)
            : next(context));
}
