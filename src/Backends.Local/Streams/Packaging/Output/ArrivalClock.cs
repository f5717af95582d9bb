namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>
/// When the frames of a session's timeline arrived. The first ones come in a burst, so the earliest arrival counts; after that the clock follows the
/// encoder's slowly, so that times do not shake with the network.
/// </summary>
internal sealed class ArrivalClock
{
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(1);

    private DateTimeOffset? _zero;
    private DateTimeOffset _last;

    /// <param name="seconds">A moment of the timeline.</param>
    /// <param name="arrived">When its frame came.</param>
    public DateTimeOffset Follow(double seconds, DateTimeOffset arrived)
    {
        var zero = arrived.AddSeconds(-seconds);
        if (_zero is not { } known || zero < known || zero - known > Lost) _zero = zero;
        else _zero = known + ((zero - known) / 10);
        var at = _zero.Value.AddSeconds(seconds);
        _last = at > _last ? at : _last.AddMilliseconds(1);
        return _last;
    }

    /// <summary>Another encoder, another clock.</summary>
    public void Break() => _zero = null;
}
