using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace ContentPages.Web.Http;

/// <summary>A JSON body that is written once and sent often.</summary>
/// <param name="Etag">Names the bytes, so that a client which has them is not sent them again.</param>
internal sealed record CachedBody(byte[] Bytes, StringValues Etag)
{
    private static readonly StringValues Json = "application/json; charset=utf-8";
    private static readonly StringValues AskAgain = "no-cache";

    public static CachedBody Of(byte[] bytes) => new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");

    public Task Send(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = Etag;
        response.Headers.CacheControl = AskAgain;
        if (request.Headers.IfNoneMatch == Etag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.Headers.ContentType = Json;
        response.ContentLength = Bytes.Length;
        return response.BodyWriter.WriteAsync(Bytes).AsTask();
    }
}

/// <summary>200 with bytes that are a <typeparamref name="T"/> in JSON, or 304.</summary>
internal sealed class CachedJson<T>(CachedBody body) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => body.Send(httpContext);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}
