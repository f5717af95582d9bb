namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>One connection of an encoder. Disposing of it ends its contribution.</summary>
internal sealed class PackagingRun : IDisposable
{
    private readonly LivePlayout _playout;
    private readonly PackagingOptions _options;
    private readonly TimeProvider _time;
    private readonly List<TimedFragment>[] _sinceKeyframe = [[], []];
    private readonly TaskCompletionSource _playable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _epoch;

    internal PackagingRun(string connectionId, LivePlayout playout, PackagingOptions options, TimeProvider time)
    {
        (ConnectionId, _playout, _options, _time) = (connectionId, playout, options, time);
        Meter = new RunMeter(time);
    }

    public string ConnectionId { get; }

    /// <summary>Completes when the first part with a keyframe can be played; cancelled when the run ends before.</summary>
    public Task Playable => _playable.Task;

    internal RunMeter Meter { get; }

    /// <summary>
    /// Takes fragmented MP4, written as <see cref="FragmentArguments"/> say, until the stream ends. May be called again for the same rendition then: a
    /// picture whose size has changed goes on behind a break.
    /// </summary>
    /// <exception cref="MediaRefusedException">It cannot be played.</exception>
    public Task Feed(Rendition rendition, Stream fmp4, CancellationToken cancel) =>
        new RunFeed(this, rendition, _options, _time, _playout.Accept).Read(fmp4, cancel);

    public RunMeasures Measure() => Meter.Measure();

    public void Dispose()
    {
        _playout.Disconnect(this);
        _playable.TrySetCanceled();
    }

    /// <summary>What a session that begins now starts with. Under the playout's lock.</summary>
    internal IReadOnlyList<TimedFragment> SinceKeyframe(Rendition rendition) => _sinceKeyframe[(int)rendition];

    /// <summary>Under the playout's lock.</summary>
    internal void Keep(Rendition rendition, TimedFragment item)
    {
        var kept = _sinceKeyframe[(int)rendition];
        if (item.Fragment.StartsWithKeyframe) kept.Clear();
        kept.Add(item);
        if (kept.Sum(one => (long)one.Fragment.Length) > _options.MaximumPendingBytes)
            throw new MediaRefusedException("too_much", "The encoder sends too much between two keyframes. Lower its bitrate, or set its keyframe interval to 2 seconds.");
    }

    internal int NextEpoch() => Interlocked.Increment(ref _epoch);

    internal void BecamePlayable() => _playable.TrySetResult();
}
