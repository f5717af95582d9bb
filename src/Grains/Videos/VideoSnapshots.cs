using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

internal static class VideoSnapshots
{
    public static VideoSnapshot Of(VideoState state, string version) => new(
        state.Id, version, state.OwnerId, state.OwnerName, state.Status, state.Details, state.Source,
        state.CreatedAt, state.UpdatedAt, state.PublishedAt, state.Attempt, state.Media, state.Progress, state.Failure, state.Recording);
}
