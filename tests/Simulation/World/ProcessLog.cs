using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;
using ContentPages.Grains.Media;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace ContentPages.Simulation.World;

/// <summary>What a process logs goes into the trace. An exception that no fault explains is a violation.</summary>
internal sealed class ProcessLog(SimulatedWorld world, Process process) : ILoggerFactory, ILogger
{
    public static void Check(SimulatedWorld world, Exception exception, string where)
    {
        if (exception is not (SimulatedFault or ConnectionLost or InconsistentStateException or CatalogConflictException or ChatLogConflictException
            or InvalidUploadException or TimeoutException or SiloUnavailableException or OperationCanceledException))
        {
            world.Violate($"An exception that nothing explains, in {where}: {exception}");
        }

        if (world.IsSettled && exception is TimeoutException) world.Violate($"Nothing fails any more, and yet {where}: {exception}");
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (process.IsDead) return;
        var line = formatter(state, exception);
        world.Say($"{process} {logLevel} {line}{(exception is null ? "" : $" [{exception.GetType().Name}]")}");
        if (exception is not null) Check(world, exception, line);
    }

    public void Dispose()
    {
    }
}
