namespace Orleans.Hosting;

/// <summary>What happens to an event when the queue of a subscription is full.</summary>
public enum StreamOverflow
{
    /// <summary>The oldest queued event is dropped: the subscriber loses its place, and sees the newest.</summary>
    DropOldest,

    /// <summary>The new event is dropped.</summary>
    DropNewest,
}
