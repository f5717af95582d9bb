namespace ContentPages.Web.Operations;

/// <summary>The measurements of one instrument and label set.</summary>
/// <param name="labels">As Prometheus writes them.</param>
/// <param name="replaces">Whether a measurement is the new total, not an addition to it.</param>
internal sealed class Series(string labels, bool replaces)
{
    private readonly Lock _gate = new();
    private long _count;
    private double _sum;

    public string Labels => labels;

    public void Record(double value)
    {
        lock (_gate)
        {
            _count++;
            _sum = replaces ? value : _sum + value;
        }
    }

    public (long Count, double Sum) Read()
    {
        lock (_gate) return (_count, _sum);
    }
}
