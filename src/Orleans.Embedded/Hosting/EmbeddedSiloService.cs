using Microsoft.Extensions.Hosting;

namespace Orleans.Embedded;

/// <summary>Starts and stops the engine with its host.</summary>
internal sealed class EmbeddedSiloService(EmbeddedSilo silo) : IHostedService
{
    // The engine runs from the moment it is made; asking for it here makes a bad setup fail the start and not the first call.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => silo.StopAsync(cancellationToken);
}
