using ContentPages.Grains.Machines;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Streams;

/// <summary>The rules of recordings. Several may be on their way at once; each is followed until its video is there or will never be.</summary>
public static partial class LiveStreamMachine
{
    private static Decision<LiveStreamEvent> ReportRecording(LiveStreamState state, RecordingReport report, DateTimeOffset now) =>
        SessionOf(state, report) is { } session ? TakeRecording(session, report, now) : Nothing;

    private static Decision<LiveStreamEvent> FindRecording(LiveStreamState state, LiveStreamCommand.FindRecording find, DateTimeOffset now) =>
        state.Sessions.FirstOrDefault(s => s.Number == find.Session) is not { } session ? Nothing
        : find.Recording is { } report ? TakeRecording(session, report, now)
        : session is { Recording: RecordingStatus.Finishing, Media: null } && now - session.EndedAt >= LiveStreamSchedule.RecordingUnknown
            ? new LiveStreamEvent.RecordingFailed(session.Number, now)
        : Nothing;

    private static Decision<LiveStreamEvent> SettleRecording(LiveStreamState state, LiveStreamCommand.SettleRecording settle, DateTimeOffset now) =>
        state.Sessions.FirstOrDefault(s => s.Number == settle.Session) is not { } session || !session.Pending.HasFlag(SessionWork.CreateVideo) ? Nothing
        : settle.Ready ? new LiveStreamEvent.RecordingReady(settle.Session, now)
        : new LiveStreamEvent.RecordingFailed(settle.Session, now);

    /// <summary>The provider's id of the recording is made of ours, or was told before, or one of its connections was on the air.</summary>
    private static SessionState? SessionOf(LiveStreamState state, RecordingReport report) =>
        state.Sessions.LastOrDefault(s => s.RecordingId == report.RecordingId || $"{state.Id}-{s.Number}" == report.RecordingId)
        ?? state.Sessions.LastOrDefault(s => s.Connections.Intersect(report.ConnectionIds).Any());

    private static Decision<LiveStreamEvent> TakeRecording(SessionState session, RecordingReport report, DateTimeOffset now) => (session.Recording, report) switch
    {
        (RecordingStatus.Ready, _) => Nothing,
        // What lies among the objects of others would be served, and removed, as the video's own.
        (_, { Media: { } media }) when !IsOwn(session, media) => TakeRecording(session, report with { Status = RecordingStatus.Failed, Media = null }, now),
        // A complete recording outweighs a failure that was told of it, in either order; of two, the longer one counts.
        (_, { Status: RecordingStatus.Finishing, Media: { } media }) =>
            session.Media is null || media.DurationSeconds > session.Media.DurationSeconds
                ? new LiveStreamEvent.RecordingCompleted(session.Number, media, now)
                : Nothing,
        (RecordingStatus.Recording or RecordingStatus.Finishing, { Status: RecordingStatus.Failed }) =>
            session.Media is null ? new LiveStreamEvent.RecordingFailed(session.Number, now) : Nothing,
        (RecordingStatus.Recording or RecordingStatus.Finishing, _)
            when session.RecordingId != report.RecordingId || report.ConnectionIds.Except(session.Connections).Any() && session.Connections.Count < SessionState.MostConnections =>
            new LiveStreamEvent.RecordingNoted(session.Number, report.RecordingId, report.ConnectionIds, now),
        _ => Nothing,
    };

    /// <summary>Below the session's own prefix, or at a place that the provider has to itself.</summary>
    private static bool IsOwn(SessionState session, RecordedMedia media) =>
        media.Prefix.StartsWith(VideoKeys.RecordingPrefix(session.VideoId), StringComparison.Ordinal)
        || (media.Prefix.Length > 1 && !s_ours.Any(root => media.Prefix.StartsWith(root, StringComparison.Ordinal)));

    private static readonly string[] s_ours = ["sources/", "videos/", "streams/"];

    private static IEnumerable<LiveStreamEvent> GiveUpRecordings(LiveStreamState state, DateTimeOffset now) =>
        from session in state.Sessions
        where session is { Recording: RecordingStatus.Finishing, Media: null } && now - session.EndedAt >= LiveStreamSchedule.RecordingWindow
        select new LiveStreamEvent.RecordingFailed(session.Number, now);
}
