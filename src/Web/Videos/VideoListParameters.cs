using ContentPages.Videos;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ContentPages.Web.Videos;

/// <summary>Which videos to list.</summary>
internal readonly record struct VideoListParameters(
    [FromQuery] string? Owner,
    [FromQuery] string? Status,
    [FromQuery] string? TrackId,
    [FromQuery] string? AlbumId,
    [FromQuery] string? Q,
    [FromQuery] string? Limit,
    [FromQuery] string? Cursor)
{
    /// <returns>Null when the list is one that can be asked for.</returns>
    public ProblemHttpResult? Check(out VideoListQuery query)
    {
        query = new VideoListQuery();
        if (PageQuery.CheckOwner(Owner) is { } owner) return owner;
        if (PageQuery.Check(Limit, Cursor, Q, out var size) is { } problem) return problem;
        if (!TryParse(Status, out var status))
            return Problem.Of(StatusCodes.Status400BadRequest, "invalid_status", "status must be uploading, processing, ready or failed.");
        // No entity has such an id, so the list would be empty; a sentence helps more.
        if (TrackId is not null && !EntityId.IsValid(TrackId)) return Problem.Of(StatusCodes.Status400BadRequest, "unknown_track", "trackId is not an id.");
        if (AlbumId is not null && !EntityId.IsValid(AlbumId)) return Problem.Of(StatusCodes.Status400BadRequest, "unknown_album", "albumId is not an id.");

        query = new VideoListQuery(null, status, TrackId, AlbumId, string.IsNullOrWhiteSpace(Q) ? null : Q, size, Cursor);
        return null;
    }

    private static bool TryParse(string? text, out VideoStatus? status)
    {
        status = text switch
        {
            "uploading" => VideoStatus.Uploading,
            "processing" => VideoStatus.Processing,
            "ready" => VideoStatus.Ready,
            "failed" => VideoStatus.Failed,
            _ => null,
        };
        return text is null || status is not null;
    }
}
