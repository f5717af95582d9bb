using ContentPages.Catalog;

namespace ContentPages.Streams;

/// <summary>Which streams to list.</summary>
public enum StreamListing
{
    /// <summary>Public ones that are live or reconnecting, newest first.</summary>
    Live,
    /// <summary>Public ones that are planned, soonest first.</summary>
    Scheduled,
    /// <summary>Public ones whose last session is over, newest first.</summary>
    Ended,
    /// <summary>All of one owner's, newest first.</summary>
    Owner,
}

/// <param name="OwnerId">For <see cref="StreamListing.Owner"/>, otherwise null.</param>
/// <param name="Status">For <see cref="StreamListing.Owner"/>: only those; null for all.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record StreamListQuery(
    StreamListing Listing, string? OwnerId = null, StreamStatus? Status = null, int Limit = 24, string? Cursor = null);

/// <summary>Streams as last written to the catalog. Viewers between two minutes are not stored: <see cref="ILiveStreamGrain.Get"/> has them.</summary>
public interface ILiveStreamReader
{
    /// <summary>The stream, or null when it was never created or is deleted.</summary>
    Task<LiveStreamSnapshot?> Get(string streamId, CancellationToken cancel = default);

    /// <exception cref="InvalidCursorException">The cursor is not of this list.</exception>
    Task<Page<LiveStreamSnapshot>> List(StreamListQuery query, CancellationToken cancel = default);
}
