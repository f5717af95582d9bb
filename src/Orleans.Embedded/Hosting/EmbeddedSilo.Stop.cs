using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The end of the engine: graceful with <see cref="StopAsync"/>, abrupt as a crash with <see cref="Dispose"/> alone.</summary>
internal sealed partial class EmbeddedSilo
{
    private volatile Stage _stage;

    private enum Stage
    {
        Running,

        /// <summary>What was accepted is finished; grains may still call each other.</summary>
        Draining,

        Stopped,
    }

    public bool IsRunning => _stage == Stage.Running;

    public SiloUnavailableException StoppedException() => new(_stage == Stage.Draining
        ? $"{Name} is stopping and takes no new calls."
        : $"{Name} has stopped.");

    /// <summary>Finishes accepted calls, then ends every activation; what has not ended within the stop timeout is abandoned.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_stage != Stage.Running)
            return;
        _stage = Stage.Draining;
        using var limit = new CancellationTokenSource(Options.StopTimeout, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // Grains that end may call others, and so bring them up again.
            while (Catalog.InOrder() is { Count: > 0 } activations)
            {
                foreach (var activation in activations)
                    activation.DeactivateWhenDrained(new(DeactivationReasonCode.ShuttingDown, $"{Name} is stopping."));
                await Task.WhenAll(activations.Select(activation => activation.Deactivated)).WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            LogAbandoned(Log, Catalog.Count, Options.StopTimeout);
        }

        Dispose();
    }

    /// <summary>Ends everything at once: no grain is told, callers get a <see cref="SiloUnavailableException"/>.</summary>
    public void Dispose()
    {
        if (_stage == Stage.Stopped)
            return;
        _stage = Stage.Stopped;
        Catalog.Close();
        Collector.Dispose();
        foreach (var activation in Catalog.InOrder())
            activation.Abandon(StoppedException());
        _timeouts.FailAll(call => new SiloUnavailableException($"{Name} stopped before {call.Name} of {call.Target} ended."));
        _timeouts.Dispose();
    }

    private bool MayStillSend() => _stage == Stage.Draining && RuntimeContext.Current is not null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Activations} activations have not ended within {Limit}; they are abandoned.")]
    private static partial void LogAbandoned(ILogger logger, int activations, TimeSpan limit);
}
