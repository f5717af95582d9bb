namespace ContentPages.Grains.Machines;

/// <summary>What a machine decided: events to apply (none: nothing to do), or a rejection.</summary>
public readonly record struct Decision<TEvent>(IReadOnlyList<TEvent> Events, Rejection? Rejection)
{
    public static implicit operator Decision<TEvent>(TEvent single) => new([single], null);

    public static implicit operator Decision<TEvent>(TEvent[] events) => new(events, null);

    public static implicit operator Decision<TEvent>(Rejection rejection) => new([], rejection);
}
