using ContentPages.Videos;

namespace ContentPages.Web.Videos;

/// <summary>The file that will be sent, and the video it becomes.</summary>
/// <param name="ContentType">A <c>video/</c> or <c>audio/</c> type, or <c>application/octet-stream</c>.</param>
/// <param name="Size">Exact size in bytes; nothing else is taken.</param>
/// <param name="TrackId">One of the caller's tracks, or null.</param>
/// <param name="AlbumId">One of the caller's albums, or null.</param>
internal sealed record PresignUploadRequest(
    string FileName,
    string ContentType,
    long Size,
    string Title,
    Visibility Visibility,
    string? Description = null,
    string? TrackId = null,
    string? AlbumId = null);

/// <summary>How to send the bytes straight to the object store.</summary>
/// <param name="Url">Where to PUT a single upload, or null for a multipart one.</param>
/// <param name="Headers">What that PUT must carry.</param>
/// <param name="PartSize">Bytes of each part but the last, or null for a single upload.</param>
/// <param name="ExpiresAt">When the address stops working; ask again to go on.</param>
internal sealed record UploadTicketResponse(
    string VideoId, UploadKind Kind, Uri? Url, IReadOnlyDictionary<string, string> Headers, long? PartSize, DateTimeOffset ExpiresAt)
{
    public static UploadTicketResponse Of(UploadTicket ticket) =>
        new(ticket.VideoId, ticket.Kind, ticket.Url, ticket.Headers, ticket.PartSize, ticket.ExpiresAt);
}

/// <param name="Numbers">1 to 100 part numbers, from 1.</param>
internal sealed record SignPartsRequest(IReadOnlyList<int> Numbers);

internal sealed record SignedPartResponse(int Number, Uri Url, DateTimeOffset ExpiresAt);

internal sealed record SignedPartsResponse(IReadOnlyList<SignedPartResponse> Parts);

/// <param name="Size">Bytes.</param>
internal sealed record ArrivedPartResponse(int Number, string Etag, long Size);

/// <summary>What has arrived, to resume.</summary>
/// <param name="Arrived">Whether the whole object is there and only the confirmation is missing.</param>
internal sealed record UploadResponse(UploadTicketResponse Ticket, SourceResponse Source, IReadOnlyList<ArrivedPartResponse> Parts, bool Arrived)
{
    public static UploadResponse Of(UploadProgress upload) => new(
        UploadTicketResponse.Of(upload.Ticket),
        new(upload.Source.FileName, upload.Source.ContentType, upload.Source.Size),
        [.. upload.Parts.Select(part => new ArrivedPartResponse(part.Number, part.ETag, part.Size))],
        upload.ObjectArrived);
}

internal sealed record SentPart(int Number, string Etag);

/// <param name="Parts">The parts that make the file; null for those that have arrived.</param>
internal sealed record ConfirmUploadRequest(string VideoId, IReadOnlyList<SentPart>? Parts = null);

internal sealed record UpdateVideoRequest(
    string Title, Visibility Visibility, string? Description = null, string? TrackId = null, string? AlbumId = null);

/// <summary>Where to play a video from.</summary>
/// <param name="Type">Media type of the playlist.</param>
/// <param name="ExpiresAt">When the address stops working, or null for never.</param>
internal sealed record VideoStreamResponse(string Url, string Type, string? Poster, string? Storyboard, DateTimeOffset? ExpiresAt);
