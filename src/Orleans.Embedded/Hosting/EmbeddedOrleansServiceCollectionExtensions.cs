using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Embedded;
using Orleans.Runtime;
using Orleans.Streams;
using Orleans.Timers;

namespace Orleans.Hosting;

public static class EmbeddedOrleansServiceCollectionExtensions
{
    /// <summary>
    /// Adds the engine: <see cref="IGrainFactory"/>, <see cref="IClusterClient"/>, storage and stream providers, and a hosted service for the
    /// graceful stop. Register it before the services that call grains, so that it stops after them.
    /// </summary>
    /// <exception cref="OrleansConfigurationException">An option cannot work.</exception>
    public static IServiceCollection AddEmbeddedOrleans(this IServiceCollection services, Action<EmbeddedOrleansOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new EmbeddedOrleansOptions();
        configure(options);
        options.Validate();

        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton<EmbeddedSilo>();
        services.AddSingleton<ILocalSiloDetails>(provider => provider.GetRequiredService<EmbeddedSilo>());
        services.AddSingleton<IClusterClient, EmbeddedClient>();
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<IClusterClient>());
        services.AddSingleton<ITimerRegistry, TimerRegistry>();
        services.AddSingleton<IHostedService, EmbeddedSiloService>();
        foreach (var (name, create) in options.Storages)
            services.AddKeyedSingleton(name, (provider, _) => create(provider, name));
        foreach (var name in options.StreamProviders)
            services.AddKeyedSingleton<IStreamProvider>(name, (provider, _) => new MemoryStreamProvider(name, provider.GetRequiredService<EmbeddedSilo>()));
        return services;
    }
}
