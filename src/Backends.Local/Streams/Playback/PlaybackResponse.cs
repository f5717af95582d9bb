using ContentPages.Backends.Local.Streams.Packaging.Output;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ContentPages.Backends.Local.Streams.Playback;

/// <summary>Writes answers from shared buffers.</summary>
internal static class PlaybackResponse
{
    // Above this the sender waits for the viewer before it takes more, so that a slow one holds no whole segment.
    private const int AtOnce = 256 * 1024;

    private static readonly StringValues s_everyone = "*";

    public static Task Small(HttpContext context, PlaybackDoor door, ReadOnlyMemory<byte>? body, StringValues type, PlaybackHeaders caching)
    {
        if (body is not { } bytes) return PlaybackProblems.Send(context, PlaybackProblem.NotFound);
        Start(context, door, bytes.Length, type, caching);
        return Send(context, bytes);
    }

    public static Task Playlist(HttpContext context, PlaybackDoor door, RenditionView view, ReloadQuery query)
    {
        var document = query.Skip ? view.Delta : view.Playlist;
        var headers = context.Response.Headers;
        var caching = query.Segment is null ? PlaybackHeaders.Playlist : PlaybackHeaders.Reload;
        headers.ETag = document.ETag;
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } known && known == document.ETag) return NotModified(context, door, caching);
        var bytes = document.Bytes;
        if (document.Compressed is { } compressed && Accepts(context.Request.Headers.AcceptEncoding))
        {
            bytes = compressed;
            headers.ContentEncoding = "gzip";
            headers.ETag = document.ETag[..^1] + "z\"";
            headers.Vary = "Accept-Encoding";
        }

        Start(context, door, bytes.Length, PlaybackHeaders.PlaylistType, caching);
        return Send(context, bytes);
    }

    public static Task Part(HttpContext context, PlaybackDoor door, MediaPart part)
    {
        Start(context, door, part.Length, PlaybackHeaders.SegmentType, PlaybackHeaders.Immutable);
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        return part.Length > AtOnce ? InPieces(context, [part]) : Send(context, part.Bytes);
    }

    public static Task Segment(HttpContext context, PlaybackDoor door, MediaSegment segment)
    {
        context.Response.Headers.ETag = segment.ETag;
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } known && known == segment.ETag) return NotModified(context, door, PlaybackHeaders.Immutable);
        Start(context, door, segment.Length, PlaybackHeaders.SegmentType, PlaybackHeaders.Immutable);
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : InPieces(context, segment.Parts);
    }

    public static void Start(HttpContext context, PlaybackDoor door, long length, StringValues type, PlaybackHeaders caching)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.ContentType = type;
        response.ContentLength = length;
        headers.CacheControl = caching.For(door);
        if (door.IsPublic) headers.AccessControlAllowOrigin = s_everyone;
    }

    private static Task NotModified(HttpContext context, PlaybackDoor door, PlaybackHeaders caching)
    {
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        context.Response.Headers.CacheControl = caching.For(door);
        if (door.IsPublic) context.Response.Headers.AccessControlAllowOrigin = s_everyone;
        return Task.CompletedTask;
    }

    private static Task Send(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        var written = context.Response.BodyWriter.WriteAsync(bytes);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }

    private static async Task InPieces(HttpContext context, MediaPart[] parts)
    {
        var writer = context.Response.BodyWriter;
        foreach (var part in parts)
        {
            for (ReadOnlyMemory<byte> rest = part.Bytes; !rest.IsEmpty;)
            {
                var some = rest[..Math.Min(rest.Length, AtOnce)];
                rest = rest[some.Length..];
                if ((await writer.WriteAsync(some)).IsCompleted) return;
            }
        }
    }

    private static bool Accepts(StringValues encodings)
    {
        foreach (var encoding in encodings)
            if (encoding is not null && encoding.Contains("gzip", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
