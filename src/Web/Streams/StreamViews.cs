using ContentPages.Media;
using ContentPages.Streams;
using ContentPages.Web.Videos;

namespace ContentPages.Web.Streams;

/// <summary>Streams as a caller may see them.</summary>
internal sealed class StreamViews(IStreamAddresses addresses, IMediaAddresses media, VideoViews videos, StreamRecordings recordings)
{
    public static bool CanSee(LiveStreamSnapshot stream, string? callerId) =>
        IsOwner(stream, callerId) || stream.Details.Visibility is not Visibility.Private;

    public static bool IsOwner(LiveStreamSnapshot stream, string? callerId) => callerId is not null && stream.OwnerId == callerId;

    /// <summary>Whether viewers can play it, or could a moment ago.</summary>
    public static bool IsOn(LiveStreamSnapshot stream) => stream.Status is StreamStatus.Live or StreamStatus.Reconnecting;

    public async ValueTask<StreamResponse> Of(LiveStreamSnapshot stream, string? callerId, CancellationToken cancel = default)
    {
        var mine = IsOwner(stream, callerId);
        var (details, session) = (stream.Details, stream.Session);
        var recording = await recordings.VideoOf(session, callerId, cancel);
        return new(
            stream.Id,
            details.Title,
            details.Description,
            stream.Status,
            stream.Signal,
            details.Visibility,
            new(stream.OwnerId, stream.OwnerName),
            details.ScheduledFor,
            details.Record,
            details.Latency,
            CoverOf(stream),
            IsOn(stream) ? addresses.Of(stream)?.Poster : recording is null ? null : videos.PosterOf(recording),
            stream.CreatedAt,
            stream.UpdatedAt,
            session?.LiveAt,
            session?.EndedAt,
            IsOn(stream) ? stream.Viewers : 0,
            session?.Number ?? 0,
            session is null ? null : new(session.Recording, recording?.Id),
            mine ? TroubleResponse.Of(stream.Trouble) : null,
            mine);
    }

    public async ValueTask<IReadOnlyList<StreamResponse>> Of(IReadOnlyList<LiveStreamSnapshot> streams, string? callerId, CancellationToken cancel = default)
    {
        var views = new List<StreamResponse>(streams.Count);
        foreach (var stream in streams) views.Add(await Of(stream, callerId, cancel));
        return views;
    }

    /// <returns>Null when there is nothing to play.</returns>
    public PlaybackResponse? PlaybackOf(LiveStreamSnapshot stream, bool preview) =>
        PlaybackResponse.Of(preview ? addresses.PreviewOf(stream) : addresses.Of(stream));

    private string? CoverOf(LiveStreamSnapshot stream)
    {
        if (stream.Cover is not { } key) return null;
        var prefix = StreamKeys.Prefix(stream.Id);
        return media.Of(prefix, key[prefix.Length..], stream.Details.Visibility).Url;
    }
}
