using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live;

/// <summary>How many of a stream's viewers on this node play it, to be told to its grain.</summary>
internal readonly record struct ViewerReport(string StreamId, int Viewers);

/// <summary>
/// Counts the connections to this node whose players say that they play a stream. A connection counts once for each stream, until it has been
/// silent for <see cref="LiveOptions.ViewerSilenceSeconds"/>. Bounded by the connections and by the streams that each may join.
/// </summary>
internal sealed class Viewers(IOptions<LiveOptions> options, TimeProvider clock)
{
    private readonly TimeSpan _silence = TimeSpan.FromSeconds(options.Value.ViewerSilenceSeconds);
    private readonly TimeSpan _atLeastEvery = TimeSpan.FromSeconds(options.Value.ViewerReportSeconds);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Audience> _audiences = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate) return _audiences.Values.Sum(static audience => audience.PlayedAt.Count);
        }
    }

    public void Played(string streamId, string connectionId)
    {
        lock (_gate)
        {
            if (!_audiences.TryGetValue(streamId, out var audience)) _audiences[streamId] = audience = new();
            audience.PlayedAt[connectionId] = clock.GetTimestamp();
        }
    }

    public void Left(string streamId, string connectionId)
    {
        lock (_gate) _audiences.GetValueOrDefault(streamId)?.PlayedAt.Remove(connectionId);
    }

    /// <summary>Nobody can play it any more.</summary>
    public void Forget(string streamId)
    {
        lock (_gate) _audiences.GetValueOrDefault(streamId)?.PlayedAt.Clear();
    }

    /// <summary>
    /// What the grains must be told now: numbers that have changed, and those that they would forget. Each must be followed by
    /// <see cref="Ended"/>; until then nothing more of its stream is due.
    /// </summary>
    public IReadOnlyList<ViewerReport> TakeDue()
    {
        var due = new List<ViewerReport>();
        lock (_gate)
        {
            foreach (var (streamId, audience) in _audiences)
            {
                foreach (var (connectionId, at) in audience.PlayedAt)
                    if (clock.GetElapsedTime(at) >= _silence) audience.PlayedAt.Remove(connectionId);
                if (audience.IsTelling) continue;
                if (audience.IsDue(clock, _atLeastEvery))
                {
                    audience.IsTelling = true;
                    audience.ToldAt = clock.GetTimestamp();
                    due.Add(new(streamId, audience.PlayedAt.Count));
                }
                else if (audience.PlayedAt.Count == 0)
                {
                    _audiences.Remove(streamId);
                }
            }
        }

        return due;
    }

    /// <param name="arrived">Whether the grain knows; otherwise it is told again.</param>
    public void Ended(ViewerReport report, bool arrived)
    {
        lock (_gate)
        {
            var audience = _audiences[report.StreamId];
            audience.IsTelling = false;
            audience.Told = arrived ? report.Viewers : null;
        }
    }

    private sealed class Audience
    {
        public Dictionary<string, long> PlayedAt { get; } = new(StringComparer.Ordinal);

        /// <summary>What the grain knows; null when that is not known.</summary>
        public int? Told { get; set; } = 0;

        public long ToldAt { get; set; }

        public bool IsTelling { get; set; }

        public bool IsDue(TimeProvider clock, TimeSpan atLeastEvery) =>
            Told != PlayedAt.Count || (PlayedAt.Count > 0 && clock.GetElapsedTime(ToldAt) >= atLeastEvery);
    }
}
