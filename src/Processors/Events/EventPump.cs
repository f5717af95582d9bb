using ContentPages.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContentPages.Processors.Events;

/// <summary>Takes events from the queue and dispatches them, a batch at a time, events of a batch side by side.</summary>
public sealed partial class EventPump(IEventQueue queue, EventDispatcher dispatcher, TimeProvider time, ILogger<EventPump> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var batch = await queue.Receive(stoppingToken);
                await Task.WhenAll(batch.Select(e => Process(e, stoppingToken)));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogReceiveFailed(e);
                await Task.Delay(PauseAfterFault, time, stoppingToken);
            }
        }
    }

    private async Task Process(QueuedEvent queued, CancellationToken cancel)
    {
        try
        {
            await dispatcher.Dispatch(queued.Body, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            LogHandlingFailed(e, queued.Deliveries);
            await queue.Abandon(queued, cancel);
            return;
        }

        await queue.Complete(queued, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events could not be received; trying again")]
    private partial void LogReceiveFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event could not be handled on delivery {Deliveries}; it comes again")]
    private partial void LogHandlingFailed(Exception exception, int deliveries);
}
