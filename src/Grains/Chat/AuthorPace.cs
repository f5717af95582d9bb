namespace ContentPages.Grains.Chat;

/// <summary>What one author has written of late: a bucket of messages that fills with time, and the time of the last one.</summary>
/// <param name="LastPostAt">Null for none that counts.</param>
/// <param name="Spent">Messages taken from the bucket and not refilled at <paramref name="CountedAt"/>.</param>
public readonly record struct AuthorPace(DateTimeOffset? LastPostAt, double Spent, DateTimeOffset CountedAt)
{
    /// <summary>Seconds until the bucket has a message; 0 when it has.</summary>
    public double RateWait(DateTimeOffset now, int burst, double perSecond) =>
        Math.Max(0, (SpentAt(now, perSecond) + 1 - burst) / perSecond);

    /// <summary>Seconds until slow mode lets the next one through; 0 when it does.</summary>
    public double SlowModeWait(DateTimeOffset now, int seconds) =>
        LastPostAt is { } last ? Math.Max(0, (last.AddSeconds(seconds) - now).TotalSeconds) : 0;

    public AuthorPace Posted(DateTimeOffset now, double perSecond) => new(now, SpentAt(now, perSecond) + 1, now);

    public double SpentAt(DateTimeOffset now, double perSecond) => Math.Max(0, Spent - (Math.Max(0, (now - CountedAt).TotalSeconds) * perSecond));
}
