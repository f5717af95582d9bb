namespace ContentPages.Events;

/// <summary>One received event.</summary>
/// <param name="Body">An EventBridge envelope or a native S3 notification, as UTF-8 JSON.</param>
/// <param name="Receipt">What <see cref="IEventQueue.Complete"/> needs.</param>
/// <param name="Deliveries">1 for the first delivery.</param>
public sealed record QueuedEvent(ReadOnlyMemory<byte> Body, string Receipt, int Deliveries);

/// <summary>Where AWS-shaped events wait for the processors. At least once, in no order; SQS on AWS, a bounded channel on one machine.</summary>
public interface IEventQueue
{
    /// <summary>Waits for events; answers at least one, or none when the wait ended.</summary>
    Task<IReadOnlyList<QueuedEvent>> Receive(CancellationToken cancel);

    /// <summary>The event is handled and must not come again.</summary>
    Task Complete(QueuedEvent queued, CancellationToken cancel);

    /// <summary>Handling failed; it comes again later, and after a few times goes to the dead letters.</summary>
    Task Abandon(QueuedEvent queued, CancellationToken cancel);

    /// <summary>How many events wait, for operators; null where unknown.</summary>
    Task<int?> Depth(CancellationToken cancel);
}
