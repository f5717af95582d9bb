using ContentPages.Backends.Local.Events;
using ContentPages.Grains.Media;
using ContentPages.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Media;

public static class LocalObjectStore
{
    /// <summary>
    /// Adds the object store on disk and its media addresses; map its endpoints with <see cref="DiskObjectEndpoints.MapDiskObjectStore"/>.
    /// Needs an <see cref="IMediaGate"/>.
    /// </summary>
    public static IServiceCollection AddDiskObjectStore(this IServiceCollection services)
    {
        services.AddLocalOptions();
        services.AddLocalEventQueue();
        services.AddOptions<ObjectStoreOptions>().BindConfiguration(ObjectStoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new ObjectFolder(provider.GetRequiredService<IOptions<LocalOptions>>().Value));
        services.AddSingleton<SigningKey>();
        services.AddSingleton<MultipartUploads>();
        services.AddSingleton<MediaGrants>();
        services.AddSingleton(provider => new DiskObjectStore(
            provider.GetRequiredService<ObjectFolder>(),
            provider.GetRequiredService<SigningKey>(),
            provider.GetRequiredService<MultipartUploads>(),
            provider.GetRequiredService<LocalEventQueue>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IObjectStore>(provider => provider.GetRequiredService<DiskObjectStore>());
        services.AddSingleton<IMediaAddresses, DiskMediaAddresses>();
        services.AddHostedService<UploadSweeper>();
        return services;
    }
}
