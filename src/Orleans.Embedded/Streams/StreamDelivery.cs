using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>An event as a turn of the subscribed grain; it brings the grain up if need be.</summary>
internal sealed partial class StreamDelivery<T>(Guid subscriptionId, StreamId streamId, StreamEvent streamEvent) : Turn
{
    private readonly TaskCompletionSource _done = new();

    public override string Name => "A stream event";

    public Task Done => _done.Task;

    public override Task InvokeAsync(Activation activation)
    {
        if (activation.StreamObservers.TryGetValue(subscriptionId, out var observer))
            return streamEvent.DeliverTo((IAsyncObserver<T>)observer);

        LogNotResumed(activation.Log, activation.GrainId, streamId);
        return Task.CompletedTask;
    }

    public override void Complete(Task outcome) => _done.TrySetFromTask(outcome);

    public override void Reject(Exception reason) => _done.TrySetException(reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{GrainId} has not resumed its subscription to stream {StreamId} in OnActivateAsync; the event is dropped.")]
    private static partial void LogNotResumed(ILogger logger, GrainId grainId, StreamId streamId);
}
