using ContentPages.Web.Http;

namespace ContentPages.Web.Streams;

/// <summary>What a caller may write into a stream.</summary>
internal static class StreamRules
{
    public const int MaxTitleLength = 200;
    public const int MaxDescriptionLength = 5000;
    public const long MaxCoverBytes = 8 * 1024 * 1024;
    private const int MaxDaysAhead = 366;
    private static readonly string[] CoverTypes = ["image/jpeg", "image/png", "image/webp"];

    /// <param name="planned">The time that is planned already, which may stay although it has passed.</param>
    public static FieldErrors Check(StreamRequest request, DateTimeOffset? planned, DateTimeOffset now) => new FieldErrors()
        .Line("title", request.Title, MaxTitleLength)
        .Text("description", request.Description, MaxDescriptionLength)
        // The reader of JSON takes "unlisted,public" for a sum of both.
        .Check("visibility", Enum.IsDefined(request.Visibility), "This is private, unlisted or public.")
        .Check("latency", Enum.IsDefined(request.Latency), "This is low or normal.")
        .Check("scheduledFor", CanBePlanned(request.ScheduledFor, planned, now), "This must be in the future and within a year.");

    public static FieldErrors Check(PresignCoverRequest request) => new FieldErrors()
        .Check("contentType", CoverTypes.Contains(request.ContentType), "This is image/jpeg, image/png or image/webp.")
        .Check("size", request.Size is >= 1 and <= MaxCoverBytes, $"The picture may have 1 to {MaxCoverBytes} bytes.");

    private static bool CanBePlanned(DateTimeOffset? time, DateTimeOffset? planned, DateTimeOffset now) =>
        time is null || time == planned || (time > now && time <= now.AddDays(MaxDaysAhead));
}
