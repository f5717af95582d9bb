using ContentPages.Streams;

namespace ContentPages.Web.Streams;

/// <summary>A time without the encoder.</summary>
/// <param name="BackAt">Null while it lasts, and when the session ended with it.</param>
internal sealed record BreakResponse(DateTimeOffset LostAt, DateTimeOffset? BackAt);

/// <summary>One run of a stream.</summary>
/// <param name="StartedAt">When the broadcaster asked for it.</param>
/// <param name="LiveAt">When viewers first saw it, or null if they never did.</param>
/// <param name="End">Why it ended, or null while it is on.</param>
/// <param name="VideoId">The video of its recording, once that can be watched and when the caller may see it.</param>
/// <param name="PeakViewers">Most viewers at one time.</param>
/// <param name="ViewersByMinute">Viewers at the end of each whole minute since it was live, for its owner; empty for others and for sessions long past.</param>
internal sealed record SessionResponse(
    int Number,
    DateTimeOffset StartedAt,
    DateTimeOffset? LiveAt,
    DateTimeOffset? EndedAt,
    SessionEnd? End,
    RecordingStatus Recording,
    string? VideoId,
    int PeakViewers,
    IReadOnlyList<int> ViewersByMinute,
    IReadOnlyList<BreakResponse> Breaks)
{
    public static SessionResponse Of(StreamSession session, string? videoId, bool mine) => new(
        session.Number, session.StartedAt, session.LiveAt, session.EndedAt, session.End, session.Recording, videoId, session.PeakViewers,
        mine ? session.ViewersByMinute : [], [.. session.Breaks.Select(static lost => new BreakResponse(lost.LostAt, lost.BackAt))]);
}

/// <summary>Sessions, newest first: the last hundred.</summary>
internal sealed record SessionsResponse(IReadOnlyList<SessionResponse> Items);
