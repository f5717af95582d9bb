namespace ContentPages.Bench.Chat.Driver;

/// <summary>What came of posting at an even rate for a while.</summary>
/// <param name="Offered">Posts a second.</param>
internal sealed record Course(double Offered, long Posts, Tally Tally)
{
    /// <summary>From the first post to the last delivery.</summary>
    public required double Seconds { get; init; }

    /// <summary>Seconds from when the last post was due to the last delivery.</summary>
    public required double Tail { get; init; }

    /// <summary>Deliveries that did not come.</summary>
    public required long Missed { get; init; }

    public required IReadOnlyList<Viewer> Gone { get; init; }

    /// <summary>Seconds of CPU time of the server.</summary>
    public required double Cpu { get; init; }

    /// <summary>Seconds that the crowd was reading.</summary>
    public required double CrowdBusy { get; init; }

    /// <summary>Posts that were refused or not answered.</summary>
    public long Refused => Posts - Tally.Acknowledged;

    public double CpuOfDelivery => Cpu * 1e6 / Tally.Came;

    /// <summary>Per cent of a core.</summary>
    public double Load => Cpu / Seconds * 100;

    /// <summary>The same of the crowd; near 100 it was the crowd that was measured.</summary>
    public double CrowdLoad => CrowdBusy / Seconds * 100;

    /// <summary>Milliseconds from when a post was due until a viewer had it, 99 of 100 of all viewers and posts.</summary>
    public double Delay99 => Tally.Delay.At(0.99);

    /// <summary>Milliseconds from when a post was due until it was acknowledged.</summary>
    public double Answer99 => Tally.Answer.At(0.99);

    /// <exception cref="BenchException">Something was lost or refused.</exception>
    public Course Demand() => Missed + Refused + Gone.Count == 0 ? this : throw new BenchException(ToString());

    public override string ToString() => FormattableString.Invariant(
        $"""
        of {Posts} posts, {Offered:0} a second, {Refused} were refused or not answered; {Missed} deliveries are missing, {Tally.Came} came,
        {Gone.Count} viewers were sent away{(Gone.Count > 0 ? ": " + Gone[0].Gone : "")},
        99 of 100 in {Delay99:0} ms; answers in {Answer99:0} ms; load of the server {Load:0} %, of the crowd {CrowdLoad:0} %
        """).ReplaceLineEndings(" ");
}
