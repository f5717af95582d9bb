using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ContentPages.Backends.Local.Media;

/// <summary>Why a presigned request is refused.</summary>
internal enum TicketVerdict
{
    Valid,
    /// <summary>Altered, foreign or incomplete.</summary>
    SignatureInvalid,
    Expired,
}

/// <summary>What one presigned PUT may do. Everything in it is signed; the content type travels in its header, as with S3.</summary>
/// <param name="Size">Exact size of the body in bytes.</param>
/// <param name="ContentType">Empty for parts, which take any.</param>
/// <param name="Expires">Unix time in seconds.</param>
/// <param name="UploadId">Null for a single upload.</param>
/// <param name="PartNumber">0 for a single upload.</param>
internal sealed record UploadTicketUrl(string Key, long Size, string ContentType, long Expires, string? UploadId = null, int PartNumber = 0)
{
    public Uri Sign(SigningKey key)
    {
        var part = UploadId is null ? "" : $"&uploadId={UploadId}&partNumber={PartNumber.ToString(CultureInfo.InvariantCulture)}";
        return new Uri($"/objects/{Key}?size={Number(Size)}&expires={Number(Expires)}{part}&signature={key.Sign(Lines())}", UriKind.Relative);
    }

    public static TicketVerdict Verify(HttpRequest request, string objectKey, SigningKey signing, DateTimeOffset now, out UploadTicketUrl ticket)
    {
        var query = request.Query;
        string? uploadId = query["uploadId"];
        ticket = new UploadTicketUrl(
            objectKey, Parsed(query["size"]), uploadId is null ? request.ContentType ?? "" : "", Parsed(query["expires"]), uploadId,
            (int)Math.Clamp(Parsed(query["partNumber"]), 0, int.MaxValue));
        if (ticket.UploadId?.Contains('\n', StringComparison.Ordinal) is true || ticket.ContentType.Contains('\n', StringComparison.Ordinal)
            || !signing.Verify(query["signature"], ticket.Lines()))
            return TicketVerdict.SignatureInvalid;
        return ticket.Expires > now.ToUnixTimeSeconds() ? TicketVerdict.Valid : TicketVerdict.Expired;
    }

    private string[] Lines() => ["PUT", Key, Number(Size), ContentType, Number(Expires), UploadId ?? "", Number(PartNumber)];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long Parsed(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
