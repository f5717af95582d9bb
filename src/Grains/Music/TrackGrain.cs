using ContentPages.Grains.Catalog;
using ContentPages.Music;

namespace ContentPages.Grains.Music;

public sealed class TrackGrain([PersistentState("track", CatalogStorage.Name)] IPersistentState<TrackState> stored, TimeProvider time)
    : MusicGrain<TrackState, TrackDetails, TrackSnapshot>("track", stored, time), ITrackGrain
{
    protected override TrackSnapshot Snapshot(TrackState state, string version) => MusicSnapshots.Of(state, version);
}
