using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ContentPages.Backends.Local.Streams.Playback;

/// <summary>Serves segments that are no longer in memory, whole or a range of them.</summary>
internal static class PlaybackFile
{
    public static async Task Send(HttpContext context, PlaybackDoor door, string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            await PlaybackProblems.Send(context, PlaybackProblem.NotFound);
            return;
        }

        var (from, count) = (0L, file.Length);
        var response = context.Response;
        response.Headers.AcceptRanges = "bytes";
        if (RangeOf(context.Request, file.Length) is { } range)
        {
            (from, count) = range;
            response.StatusCode = count > 0 ? StatusCodes.Status206PartialContent : StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = count > 0
                ? FormattableString.Invariant($"bytes {from}-{from + count - 1}/{file.Length}")
                : FormattableString.Invariant($"bytes */{file.Length}");
        }

        PlaybackResponse.Start(context, door, count, PlaybackHeaders.SegmentType, PlaybackHeaders.Immutable);
        if (count > 0 && !HttpMethods.IsHead(context.Request.Method)) await response.SendFileAsync(path, from, count, context.RequestAborted);
    }

    /// <returns>A count of 0 for what is not there; null for none, or several, which are answered with all of it.</returns>
    private static (long From, long Count)? RangeOf(HttpRequest request, long length)
    {
        if (request.Headers.Range.Count == 0) return null;
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var header) || header.Unit != "bytes" || header.Ranges.Count != 1) return null;
        var range = header.Ranges.First();
        if (range.From is not { } from) return (Math.Max(0, length - range.To!.Value), Math.Min(length, range.To.Value));
        return from >= length ? (0, 0) : (from, Math.Min(range.To ?? long.MaxValue, length - 1) - from + 1);
    }
}
