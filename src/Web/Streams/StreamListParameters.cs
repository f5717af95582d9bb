using ContentPages.Streams;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ContentPages.Web.Streams;

/// <summary>Which streams to list.</summary>
internal readonly record struct StreamListParameters(
    [FromQuery] string? Owner,
    [FromQuery] string? Status,
    [FromQuery] string? Limit,
    [FromQuery] string? Cursor)
{
    /// <returns>Null when the list is one that can be asked for. The owner's id is left to the caller.</returns>
    public ProblemHttpResult? Check(out StreamListQuery query)
    {
        query = new StreamListQuery(StreamListing.Live);
        if (PageQuery.CheckOwner(Owner) is { } owner) return owner;
        if (PageQuery.Check(Limit, Cursor, search: null, out var size) is { } problem) return problem;
        if (Owner is null)
        {
            if (ListingOf(Status) is not { } listing) return Invalid("status must be live, scheduled or ended; only with owner=me others can be asked for.");
            query = new StreamListQuery(listing, null, null, size, Cursor);
            return null;
        }

        if (!TryParse(Status, out var status)) return Invalid("status must be offline, scheduled, starting, live, reconnecting or ended.");
        query = new StreamListQuery(StreamListing.Owner, null, status, size, Cursor);
        return null;
    }

    private static StreamListing? ListingOf(string? status) => status switch
    {
        null or "live" => StreamListing.Live,
        "scheduled" => StreamListing.Scheduled,
        "ended" => StreamListing.Ended,
        _ => null,
    };

    private static bool TryParse(string? text, out StreamStatus? status)
    {
        status = text switch
        {
            "offline" => StreamStatus.Offline,
            "scheduled" => StreamStatus.Scheduled,
            "starting" => StreamStatus.Starting,
            "live" => StreamStatus.Live,
            "reconnecting" => StreamStatus.Reconnecting,
            "ended" => StreamStatus.Ended,
            _ => null,
        };
        return text is null || status is not null;
    }

    private static ProblemHttpResult Invalid(string sentence) => Problem.Of(StatusCodes.Status400BadRequest, "invalid_status", sentence);
}
