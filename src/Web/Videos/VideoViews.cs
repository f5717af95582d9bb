using ContentPages.Media;
using ContentPages.Videos;

namespace ContentPages.Web.Videos;

/// <summary>Videos as a caller may see them.</summary>
internal sealed class VideoViews(IMediaAddresses media)
{
    public static bool CanSee(VideoSnapshot video, string? callerId) =>
        IsOwner(video, callerId) || (video.Details.Visibility is not Visibility.Private && IsWatchable(video));

    public static bool IsOwner(VideoSnapshot video, string? callerId) => callerId is not null && video.OwnerId == callerId;

    public VideoResponse Of(VideoSnapshot video, string? callerId)
    {
        var mine = IsOwner(video, callerId);
        return new(
            video.Id,
            video.Details.Title,
            video.Details.Description,
            video.Status,
            video.Details.Visibility,
            new(video.OwnerId, video.OwnerName),
            video.Details.TrackId,
            video.Details.AlbumId,
            mine && video.Recording is null ? new(video.Source.FileName, video.Source.ContentType, video.Source.Size) : null,
            video.CreatedAt,
            video.UpdatedAt,
            video.PublishedAt,
            video.Media?.DurationSeconds ?? 0,
            video.Media?.Width ?? 0,
            video.Media?.Height ?? 0,
            PosterOf(video),
            AddressOf(video, video.Media?.Storyboard)?.Url,
            video.Media?.Playlist is not null,
            ProgressResponse.Of(video.Progress),
            FailureResponse.Of(video.Failure),
            VideoRecordingResponse.Of(video.Recording),
            video.Attempt,
            mine);
    }

    /// <returns>Null before the first segments.</returns>
    public VideoStreamResponse? StreamOf(VideoSnapshot video) =>
        AddressOf(video, video.Media?.Playlist) is { } playlist
            ? new(playlist.Url, "application/vnd.apple.mpegurl", PosterOf(video),
                AddressOf(video, video.Media?.Storyboard)?.Url, playlist.ExpiresAt)
            : null;

    private static bool IsWatchable(VideoSnapshot video) =>
        video.Status is VideoStatus.Ready || (video.Status is not VideoStatus.Deleted && video.Media?.Playlist is not null);

    /// <returns>Null until there is one.</returns>
    public string? PosterOf(VideoSnapshot video) => AddressOf(video, video.Media?.Poster)?.Url;

    private MediaAddress? AddressOf(VideoSnapshot video, string? name) =>
        video.Media is { } made && name is not null ? media.Of(made.Prefix, name, video.Details.Visibility) : null;
}
