namespace ContentPages.Web.Operations;

/// <summary>The measurements of one instrument and label set.</summary>
internal sealed class Series
{
    private readonly Lock _gate = new();
    private long _count;
    private double _sum;

    /// <param name="replaces">Whether the value is the new total, not an addition to it.</param>
    public void Record(double value, bool replaces)
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
