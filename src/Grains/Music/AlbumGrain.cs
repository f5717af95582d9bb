using ContentPages.Grains.Catalog;
using ContentPages.Music;

namespace ContentPages.Grains.Music;

public sealed class AlbumGrain([PersistentState("album", CatalogStorage.Name)] IPersistentState<AlbumState> stored, TimeProvider time)
    : MusicGrain<AlbumState, AlbumDetails, AlbumSnapshot>("album", stored, time), IAlbumGrain
{
    protected override AlbumSnapshot Snapshot(AlbumState state, string version) => MusicSnapshots.Of(state, version);
}
