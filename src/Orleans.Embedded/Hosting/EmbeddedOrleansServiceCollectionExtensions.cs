using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Hosting;

public static class EmbeddedOrleansServiceCollectionExtensions
{
    /// <summary>Adds the engine: <see cref="IGrainFactory"/>, <see cref="IClusterClient"/>, storage and stream providers, and the graceful stop.</summary>
    /// <exception cref="Orleans.Runtime.OrleansConfigurationException">An option cannot work.</exception>
    public static IServiceCollection AddEmbeddedOrleans(this IServiceCollection services, Action<EmbeddedOrleansOptions> configure)
    {
        var options = new EmbeddedOrleansOptions();
        configure(options);
        return services.AddSingleton(options);
    }
}
