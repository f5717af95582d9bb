using ContentPages.Grains.Catalog;
using ContentPages.Grains.Media;
using ContentPages.Streams;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>The shell around <see cref="LiveStreamMachine"/>: decide, apply, store, then publish and act.</summary>
public sealed partial class LiveStreamGrain(
    [PersistentState("stream", CatalogStorage.Name)] IPersistentState<LiveStreamState> stored,
    ILiveChannels channels,
    IObjectStore objects,
    TimeProvider time,
    ILogger<LiveStreamGrain> logger) : CatalogGrain<LiveStreamState>(stored), ILiveStreamGrain
{
    private IAsyncStream<StreamChange>? _changes;
    private StreamChange? _published;

    private LiveStreamSnapshot Snapshot => LiveStreamSnapshots.Of(State, Version);

    private bool IsGone => State.Status is StreamStatus.None or StreamStatus.Deleted;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        SetAlarm();
        return Task.CompletedTask;
    }

    public Task<Result<LiveStreamSnapshot>> Get() => Task.FromResult<Result<LiveStreamSnapshot>>(
        IsGone ? NotFound : State.IsOnAir ? Snapshot with { Viewers = _tally.Count(time.GetUtcNow()) } : Snapshot);

    public Task<Result<LiveStreamSnapshot>> Create(CreateStream command) => Run(new LiveStreamCommand.Create(Id, command));

    public async Task<Result<LiveStreamSnapshot>> Update(StreamDetails details, string? ifMatch) =>
        Mismatch(ifMatch) is { } rejection ? rejection : await Run(new LiveStreamCommand.Update(details));

    public async Task<Result<LiveStreamSnapshot>> Delete(string? ifMatch)
    {
        if (Mismatch(ifMatch) is { } rejection) return rejection;
        var last = Snapshot;
        var deleted = await Run(new LiveStreamCommand.Delete());

        // Once everything is removed the state is empty.
        return deleted.Ok ? last with { Status = StreamStatus.Deleted, Signal = StreamSignal.None, Cover = null } : deleted;
    }

    public Task<Result<LiveStreamSnapshot>> Start() => Run(new LiveStreamCommand.Start(EntityId.New(time.GetUtcNow())));

    public Task<Result<LiveStreamSnapshot>> Stop() => Run(new LiveStreamCommand.Stop());

    public Task<Result<IReadOnlyList<StreamSession>>> GetSessions() => Task.FromResult(IsGone
        ? new Result<IReadOnlyList<StreamSession>>(null, NotFound)
        : new([.. State.Sessions.Reverse().Select(LiveStreamSnapshots.Of)], null));

    /// <summary>One command through the machine. When it answers without a rejection, what was decided is stored and in hand.</summary>
    private async Task<Result<LiveStreamSnapshot>> Run(LiveStreamCommand command)
    {
        var decision = LiveStreamMachine.Decide(State, command, time.GetUtcNow());
        if (decision.Rejection is { } rejection) return rejection;
        if (decision.Events.Count > 0) await Take(decision.Events);
        return Snapshot;
    }

    private async Task Take(IReadOnlyList<LiveStreamEvent> events)
    {
        var before = State;
        var next = events.Aggregate(before, LiveStreamMachine.Apply);
        if (events.Any(e => e.IsDurable)) await Store(next);
        else Hold(next);
        if (State.Status != before.Status) LogStatus(Id, before.Status, State.Status, State.Session?.Number ?? 0, State.Trouble?.Code);
        if (!State.IsOnAir) _tally.Clear();
        SetAlarm();
        await Publish();
        if (before.Status is not StreamStatus.None && State.Details.Visibility != before.Details.Visibility) await Try(Room.StreamChanged);
        await WorkOffNew(before);
    }

    private async Task Publish()
    {
        var change = StreamChange.Of(Snapshot);
        if (change == _published) return;
        _changes ??= this.GetStreamProvider(LiveStreamStreams.Provider).GetStream<StreamChange>(LiveStreamStreams.Of(Id));
        try
        {
            await _changes.OnNextAsync(change);
            _published = change;
        }
        catch (Exception e)
        {
            // Watchers see the next change; what happened is stored already.
            LogPublishFailed(e, Id);
        }
    }

    private static readonly Rejection NotFound = new(RejectionKind.NotFound, "stream_not_found", "There is no such stream.");
}
