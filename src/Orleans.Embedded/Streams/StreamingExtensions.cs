using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace Orleans;

public static class GrainStreamingExtensions
{
    /// <exception cref="KeyNotFoundException">No provider has this name.</exception>
    public static IStreamProvider GetStreamProvider(this Grain grain, string name) => GetStreamProvider((IGrainBase)grain, name);

    /// <inheritdoc cref="GetStreamProvider(Grain, string)"/>
    public static IStreamProvider GetStreamProvider(this IGrainBase grain, string name) =>
        grain.GrainContext.ActivationServices.GetKeyedService<IStreamProvider>(name) ?? throw Missing(name);

    internal static KeyNotFoundException Missing(string name) => new($"Stream provider '{name}' not found");
}

public static class ClientStreamingExtensions
{
    /// <exception cref="KeyNotFoundException">No provider has this name.</exception>
    public static IStreamProvider GetStreamProvider(this IClusterClient client, string name) =>
        client.ServiceProvider.GetKeyedService<IStreamProvider>(name) ?? throw GrainStreamingExtensions.Missing(name);
}
