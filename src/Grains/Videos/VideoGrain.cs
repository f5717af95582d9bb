using ContentPages.Grains.Catalog;
using ContentPages.Grains.Media;
using ContentPages.Videos;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace ContentPages.Grains.Videos;

/// <summary>The shell around <see cref="VideoMachine"/>: decide, apply, store, then publish and act. Upload calls are in their own part.</summary>
public sealed partial class VideoGrain(
    [PersistentState("video", CatalogStorage.Name)] IPersistentState<VideoState> stored,
    IObjectStore objects,
    IVideoTranscoder transcoder,
    TimeProvider time,
    ILogger<VideoGrain> logger) : CatalogGrain<VideoState>(stored), IVideoGrain
{
    private IAsyncStream<VideoChange>? _changes;

    private VideoSnapshot Snapshot => VideoSnapshots.Of(State, Version);

    public Task<Result<VideoSnapshot>> Get() => Task.FromResult<Result<VideoSnapshot>>(
        State.Status is VideoStatus.None or VideoStatus.Deleted ? NotFound : Snapshot);

    public Task<Result<VideoSnapshot>> CreateRecorded(CreateRecordedVideo command) => Run(new VideoCommand.CreateRecorded(Id, command));

    public async Task<Result<VideoSnapshot>> Update(VideoDetails details, string? ifMatch) =>
        Mismatch(ifMatch) is { } rejection ? rejection : await Run(new VideoCommand.Update(details));

    public Task<Result<VideoSnapshot>> Retry() => Run(new VideoCommand.Retry());

    public async Task<Result<VideoSnapshot>> Delete(string? ifMatch)
    {
        if (Mismatch(ifMatch) is { } rejection) return rejection;
        var last = Snapshot;
        var deleted = await Run(new VideoCommand.Delete());

        // Once everything is removed the state is empty.
        return deleted.Ok ? last with { Status = VideoStatus.Deleted, Media = null, Progress = null } : deleted;
    }

    /// <summary>One command through the machine. When it answers without a rejection, what was decided is stored and in hand.</summary>
    private async Task<Result<VideoSnapshot>> Run(VideoCommand command)
    {
        var decision = VideoMachine.Decide(State, command, time.GetUtcNow());
        if (decision.Rejection is { } rejection) return rejection;
        if (decision.Events.Count > 0) await Take(decision.Events);
        return Snapshot;
    }

    private async Task Take(IReadOnlyList<VideoEvent> events)
    {
        var before = State;
        var next = events.Aggregate(before, VideoMachine.Apply);
        if (events.Any(e => e.IsDurable)) await Store(next);
        else Hold(next);
        if (State.Status != before.Status) LogStatus(Id, before.Status, State.Status, State.Attempt, State.Failure?.Code);
        await Publish();

        // What was pending before and could not be done is the sweeper's: not every call shall wait for it.
        if ((State.Pending & ~before.Pending) != PendingWork.None) await WorkOff();
    }

    private async Task Publish()
    {
        _changes ??= this.GetStreamProvider(VideoStreams.Provider).GetStream<VideoChange>(VideoStreams.OfOwner(State.OwnerId));
        try
        {
            await _changes.OnNextAsync(VideoChange.Of(Snapshot));
        }
        catch (Exception e)
        {
            // Watchers see the next change; what happened is stored already.
            LogPublishFailed(e, Id);
        }
    }

    private static readonly Rejection NotFound = new(RejectionKind.NotFound, "video_not_found", "There is no such video.");
}
