using System.Text.RegularExpressions;
using ContentPages.Web.Http;

namespace ContentPages.Web.Videos;

/// <summary>What a caller may write into a video.</summary>
internal static partial class VideoRules
{
    public const int MaxTitleLength = 200;
    public const int MaxDescriptionLength = 5000;
    public const int MaxFileNameLength = 255;
    public const int MaxPartsPerCall = 100;
    public const int MaxParts = 10_000;
    private const int MaxEtagLength = 128;

    public static FieldErrors Check(PresignUploadRequest request, long maxBytes) => new FieldErrors()
        .Line("fileName", request.FileName, MaxFileNameLength)
        .Check("contentType", MediaType().IsMatch(request.ContentType), "This must be a video/ or audio/ type, or application/octet-stream.")
        .Check("size", request.Size >= 1, "The file is empty.")
        .Check("size", request.Size <= maxBytes, $"The file may have at most {maxBytes} bytes.")
        .Line("title", request.Title, MaxTitleLength)
        .Text("description", request.Description, MaxDescriptionLength)
        .Visibility(request.Visibility);

    public static FieldErrors Check(UpdateVideoRequest request) => new FieldErrors()
        .Line("title", request.Title, MaxTitleLength)
        .Text("description", request.Description, MaxDescriptionLength)
        .Visibility(request.Visibility);

    public static FieldErrors Check(SignPartsRequest request) => new FieldErrors()
        .Check("numbers", request.Numbers.Count is >= 1 and <= MaxPartsPerCall, $"Ask for 1 to {MaxPartsPerCall} parts.")
        .Check("numbers", request.Numbers.All(number => number is >= 1 and <= MaxParts), $"Parts are numbered from 1 to {MaxParts}.");

    public static FieldErrors Check(ConfirmUploadRequest request) => new FieldErrors()
        .Check("parts", request.Parts is null or { Count: <= MaxParts }, $"There are at most {MaxParts} parts.")
        .Check("parts", request.Parts is null || request.Parts.All(IsPart), $"A part has a number from 1 to {MaxParts} and the etag of its PUT.");

    // The reader of JSON takes "unlisted,public" for a sum of both.
    private static FieldErrors Visibility(this FieldErrors errors, Visibility visibility) =>
        errors.Check("visibility", Enum.IsDefined(visibility), "This is private, unlisted or public.");

    private static bool IsPart(SentPart part) => part is { Number: >= 1 and <= MaxParts, Etag.Length: >= 1 and <= MaxEtagLength };

    // The names of RFC 6838; a type's parameters (codecs=...) add nothing here.
    [GeneratedRegex("^(?:(?:video|audio)/[a-z0-9][a-z0-9.+_-]{0,63}|application/octet-stream)$", RegexOptions.IgnoreCase)]
    private static partial Regex MediaType();
}
