using System.Security.Claims;
using ContentPages.Chat;
using ContentPages.Streams;
using ContentPages.Videos;
using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using ContentPages.Web.Videos;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Chat;

/// <summary>A message beside a recording.</summary>
/// <param name="At">The second of the recording at which it was written.</param>
internal sealed record VideoChatMessageResponse(
    long Seq, string Id, string UserId, string UserName, ChatRole Role, string Text, DateTimeOffset SentAt, double At)
{
    public static VideoChatMessageResponse Of(ChatMessage message, RecordingTimes times) => new(
        message.Seq, message.Id, message.UserId, message.UserName, message.Role, message.Text, message.SentAt, times.SecondOf(message.SentAt));
}

/// <summary>Messages by number.</summary>
/// <param name="Next">after of the next page, or null at the end.</param>
internal sealed record VideoChatResponse(IReadOnlyList<VideoChatMessageResponse> Items, long? Next);

/// <summary>The chat of a live session beside its recording. Who sees the video sees it; a deleted stream has taken its chat along.</summary>
internal static class VideoChat
{
    public static async Task<Results<Ok<VideoChatResponse>, ProblemHttpResult>> Get(
        string id, string? from, string? until, string? after, string? limit, ClaimsPrincipal user, IVideoReader videos, ILiveStreamReader streams,
        IClusterClient grains, IChatReader chat, CancellationToken cancel)
    {
        var query = new ChatPageQuery();
        var size = query.Limit(limit, ChatPageQuery.MaxOfTime, ChatPageQuery.MaxOfTime);
        var (start, end, newer) = (query.Seconds("from", from) ?? 0, query.Seconds("until", until), query.Number("after", after));
        if (query.Problem is { } problem) return problem;
        if (await VideoReads.Find(id, user.AccountId(), videos, cancel) is not { } video) return Problem.NotFound();
        if (video.Recording is not { } recording || await streams.Get(recording.StreamId, cancel) is not { } stream)
            return TypedResults.Ok(new VideoChatResponse([], null));

        var times = new RecordingTimes(recording, await BreaksOf(recording, stream, grains));
        var page = await chat.Between(
            recording.StreamId, times.TimeOf(start), times.TimeOf(end ?? recording.Media.DurationSeconds), newer, size, cancel);
        return TypedResults.Ok(new VideoChatResponse([.. page.Messages.Select(message => VideoChatMessageResponse.Of(message, times))], page.Next));
    }

    /// <summary>Of the session; none when that is so long ago that it is forgotten.</summary>
    private static async Task<IReadOnlyList<StreamBreak>> BreaksOf(VideoRecording recording, LiveStreamSnapshot stream, IClusterClient grains)
    {
        if (stream.Session is { } last && last.Number == recording.Session) return last.Breaks;
        var sessions = await grains.GetGrain<ILiveStreamGrain>(recording.StreamId).GetSessions();
        return sessions.Value?.FirstOrDefault(session => session.Number == recording.Session)?.Breaks ?? [];
    }
}
