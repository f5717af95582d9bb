namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>
/// Tells a signal that is good to play from one that starves: over the last second and a half less than half of it arrived, so that one that stops
/// is seen after a second, and one that comes in bursts of a second is none. It recovers when three quarters arrive, so that it does not flicker.
/// </summary>
/// <remarks>Holds at most <see cref="Most"/> looks; called more often than every 75 ms, it forgets the oldest and so looks at a shorter time.</remarks>
internal sealed class SignalWatch
{
    public const int Most = 20;
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(1.5);

    private readonly Queue<(DateTimeOffset At, double Media)> _looks = new(Most);

    public bool Starved { get; private set; }

    /// <summary>Takes note of how far the media has come, and answers whether <see cref="Starved"/> has changed.</summary>
    /// <param name="mediaSeconds">Seconds of media that have arrived since the connection began.</param>
    public bool Look(DateTimeOffset now, double mediaSeconds)
    {
        while (_looks.Count >= Most || (_looks.Count > 1 && _looks.ElementAt(1).At <= now - s_window)) _looks.Dequeue();
        _looks.Enqueue((now, mediaSeconds));
        var (since, before) = _looks.Peek();
        var elapsed = (now - since).TotalSeconds;
        if (elapsed < s_window.TotalSeconds) return false;
        var pace = (mediaSeconds - before) / elapsed;
        var starved = Starved ? pace < 0.75 : pace < 0.5;
        if (starved == Starved) return false;
        Starved = starved;
        return true;
    }
}
