using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>All that is watched of a connection that plays.</summary>
internal sealed class ConnectionWatch(IngestOptions options)
{
    private static readonly RunMeasures s_nothing = new(null, null, 0, 0, 0, 0, 0, 0, null);

    private readonly SignalWatch _signal = new();
    private readonly LimitWatch _limits = new(options);
    private volatile RunMeasures _measures = s_nothing;
    private (DateTimeOffset At, double Media) _moved;

    public bool Starved => _signal.Starved;

    public RunMeasures Measures => _measures;

    public HealthHistory History { get; } = new();

    public bool Signal(DateTimeOffset now, double mediaSeconds)
    {
        if (mediaSeconds != _moved.Media || _moved.At == default) _moved = (now, mediaSeconds);
        return _signal.Look(now, mediaSeconds);
    }

    /// <summary>How long nothing has come; zero before anything was played.</summary>
    public TimeSpan SilentFor(DateTimeOffset now) => _moved.At == default ? TimeSpan.Zero : now - _moved.At;

    public IReadOnlyList<LimitBreach> Look(DateTimeOffset now, RunMeasures measures, out StreamTrouble? refused)
    {
        _measures = measures;
        History.Look(now, measures.BitrateKbps, measures.FrameRate);
        return _limits.Look(measures.BitrateKbps, measures.Width, measures.Height, now, out refused);
    }
}
