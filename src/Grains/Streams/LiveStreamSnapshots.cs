using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

internal static class LiveStreamSnapshots
{
    public static LiveStreamSnapshot Of(LiveStreamState state, string version) => new(
        state.Id, version, state.OwnerId, state.OwnerName, state.Status, state.Signal.Present?.Signal ?? StreamSignal.None, state.Details,
        state.CreatedAt, state.UpdatedAt, state.Channel?.ChannelId, state.Channel?.PlaybackUrl, state.Cover,
        state.Session is { } session ? Of(session) : null, state.Viewers, state.Trouble);

    public static StreamSession Of(SessionState session) => new(
        session.Number, session.VideoId, session.StartedAt, session.LiveAt, session.EndedAt, session.End, session.Recording,
        session.PeakViewers, session.ViewersByMinute, session.Breaks);
}
