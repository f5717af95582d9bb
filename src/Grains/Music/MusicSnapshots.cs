using ContentPages.Music;

namespace ContentPages.Grains.Music;

internal static class MusicSnapshots
{
    public static AlbumSnapshot Of(AlbumState state, string version) =>
        new(state.Id, version, state.OwnerId, state.OwnerName, state.Details, state.CreatedAt, state.UpdatedAt);

    public static TrackSnapshot Of(TrackState state, string version) =>
        new(state.Id, version, state.OwnerId, state.OwnerName, state.Details, state.CreatedAt, state.UpdatedAt);
}
