using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Events;

public sealed partial class LocalEventQueue
{
    [LoggerMessage(1, LogLevel.Warning, "The event queue is full ({Capacity} events): dropped the oldest. The sweeper will find what it told.")]
    private partial void LogDropped(int capacity);

    [LoggerMessage(2, LogLevel.Error, "Gave up on an event after {Deliveries} deliveries ({Size} bytes): {Head}")]
    private partial void LogDeadLetter(int deliveries, int size, string head);
}
