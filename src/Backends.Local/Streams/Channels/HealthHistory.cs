using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>One sample every two seconds, the last five minutes; the oldest is forgotten first.</summary>
internal sealed class HealthHistory
{
    public const int Most = 150;
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Queue<HealthSample> _samples = new(Most);
    private DateTimeOffset _last;

    /// <summary>Takes a sample, if one is due.</summary>
    public void Look(DateTimeOffset now, double kbps, double frameRate)
    {
        lock (_lock)
        {
            if (now - _last < Every) return;
            _last = now;
            if (_samples.Count == Most) _samples.Dequeue();
            _samples.Enqueue(new HealthSample(now, Math.Round(kbps, 1), Math.Round(frameRate, 2)));
        }
    }

    public IReadOnlyList<HealthSample> Samples()
    {
        lock (_lock) return [.. _samples];
    }
}
