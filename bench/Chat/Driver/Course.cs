namespace ContentPages.Bench.Chat.Driver;

/// <summary>What came of posting at an even rate for a while.</summary>
/// <param name="Offered">Posts a second.</param>
/// <param name="Seconds">From the first post to the last delivery.</param>
/// <param name="Tail">Seconds from when the last post was due to the last delivery.</param>
/// <param name="Missed">Deliveries that did not come.</param>
/// <param name="Refused">Posts that were refused or not answered.</param>
/// <param name="Delay">From when a post was due until a viewer had it: all viewers, all posts.</param>
/// <param name="Answer">From when a post was due until it was acknowledged.</param>
/// <param name="Cpu">Seconds of CPU time of the server.</param>
internal sealed record Course(
    double Offered, long Posts, long Deliveries, double Seconds, double Tail, long Missed, long Refused, Latencies Delay, Latencies Answer, double Cpu)
{
    public double CpuOfDelivery => Cpu * 1e6 / Deliveries;

    public double Load => Cpu / Seconds * 100;

    /// <exception cref="BenchException">Something was lost or refused.</exception>
    public Course Demand() => Missed + Refused == 0 ? this : throw new BenchException(ToString());

    public override string ToString() => FormattableString.Invariant($"of {Posts} posts, {Offered:0} a second, {Refused} were refused or not answered; ")
        + FormattableString.Invariant($"{Missed} deliveries are missing, {Deliveries} came, 99 of 100 in {Delay.At(0.99):0} ms, ")
        + FormattableString.Invariant($"the last {Tail * 1000:0} ms after it was due; answers in {Answer.At(0.99):0} ms; load of the server {Load:0} %");
}
