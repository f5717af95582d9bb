using ContentPages.Backends.Local.Events;
using ContentPages.Backends.Local.Media;
using ContentPages.Grains.Videos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Videos;

public static class LocalTranscoding
{
    /// <summary>Adds the transcoder of this machine. Its settings are the section <c>Transcoder</c>; its events go to the local queue.</summary>
    /// <param name="paths">Where objects are; null for the object store on disk.</param>
    public static IServiceCollection AddLocalTranscoder(this IServiceCollection services, Func<IServiceProvider, IObjectPaths>? paths = null)
    {
        paths ??= provider => new DiskObjectPaths(provider.GetRequiredService<DiskObjectStore>());
        services.AddLocalEventQueue();
        services.AddOptions<TranscoderOptions>().BindConfiguration(TranscoderOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new LocalTranscoder(
            paths(provider),
            provider.GetRequiredService<LocalEventQueue>().TryPublish,
            provider.GetRequiredService<IOptions<TranscoderOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LocalTranscoder>>()));
        services.AddSingleton<IVideoTranscoder>(provider => provider.GetRequiredService<LocalTranscoder>());
        services.AddHostedService(provider => provider.GetRequiredService<LocalTranscoder>());
        return services;
    }

    private sealed class DiskObjectPaths(DiskObjectStore store) : IObjectPaths
    {
        public string PathOf(string key) => store.PathOf(key);
    }
}
