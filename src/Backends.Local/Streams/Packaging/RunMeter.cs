using ContentPages.Backends.Local.Streams.Packaging.Boxes;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>Measures what one connection sends as its source. One writer; anybody may ask.</summary>
internal sealed class RunMeter(TimeProvider time)
{
    private const double Window = 5;

    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset At, long Bytes, int Frames, double Seconds)> _recent = new();
    private Mp4Init? _init;
    private double _lastKeyframe = double.NaN;
    private DateTimeOffset _lastKeyframeAt;
    private double _interval;
    private int _dropped;
    private DateTimeOffset? _lastArrival;

    public void Head(Mp4Init init)
    {
        lock (_lock) _init = init;
    }

    public void Arrived(Mp4Fragment fragment, int missingBefore)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            _lastArrival = now;
            var video = fragment.Video;
            _recent.Enqueue((now, fragment.Length, video?.Samples ?? 0, video?.Track.Seconds(video.Duration) ?? 0));
            Trim(now);
            _dropped += missingBefore + (video?.Missing ?? 0);
            if (!fragment.StartsWithKeyframe) return;
            var start = video!.StartSeconds;
            if (start > _lastKeyframe) _interval = start - _lastKeyframe;
            (_lastKeyframe, _lastKeyframeAt) = (start, now);
        }
    }

    public RunMeasures Measure()
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            Trim(now);
            var since = double.IsNaN(_lastKeyframe) ? 0 : (now - _lastKeyframeAt).TotalSeconds;
            // A connection younger than the window came in over its own age; the first fragments bring what they last themselves.
            var span = _recent.Count == 0 ? Window : Math.Clamp((now - _recent.Peek().At).TotalSeconds + _recent.Peek().Seconds, 0.25, Window);
            return new RunMeasures(
                _init?.Video.Name, _init?.Audio?.Name, _init?.Video.Width ?? 0, _init?.Video.Height ?? 0,
                Math.Round(_recent.Sum(one => one.Bytes) * 8 / span / 1000, 1),
                Math.Round(_recent.Sum(one => one.Frames) / span, 1),
                Math.Round(_interval > 0 && since < _interval * 1.5 ? _interval : Math.Max(_interval, since), 2),
                _dropped, _lastArrival);
        }
    }

    private void Trim(DateTimeOffset now)
    {
        while (_recent.Count > 0 && (now - _recent.Peek().At).TotalSeconds >= Window) _recent.Dequeue();
    }
}
