namespace ContentPages.Grains.Streams;

/// <summary>Where the breaks of a session are in its recording, which joins what is before and after each.</summary>
public static class StreamBreaks
{
    /// <summary>Positions in seconds. A break that the session ended with has nothing after it.</summary>
    public static IReadOnlyList<double> Positions(SessionState session)
    {
        var away = TimeSpan.Zero;
        var positions = new List<double>();
        foreach (var one in session.Breaks)
        {
            if (one.BackAt is not { } back || session.LiveAt is not { } live) break;
            positions.Add((one.LostAt - live - away).TotalSeconds);
            away += back - one.LostAt;
        }

        return positions;
    }
}
