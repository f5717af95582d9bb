using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;
using ContentPages.Grains.Media;
using ContentPages.Grains.Music;
using ContentPages.Grains.Streams;
using ContentPages.Grains.Videos;
using ContentPages.Music;
using ContentPages.Streams;
using ContentPages.Videos;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Grains;

public static class GrainsRegistration
{
    /// <summary>
    /// What grains and readers need beside their ports. The backend registers <see cref="ICatalog"/>; the engine registers
    /// <see cref="CatalogStorage"/> under <see cref="CatalogStorage.Name"/>.
    /// </summary>
    public static IServiceCollection AddContentPagesGrains(this IServiceCollection services)
    {
        services.AddSingleton<ICatalogReader>(s => s.GetRequiredService<ICatalog>());
        services.AddSingleton<CatalogStorage>();
        services.AddSingleton<IVideoReader, VideoReader>();
        services.AddSingleton<ILiveStreamReader, LiveStreamReader>();
        services.AddSingleton<IMediaOwner, VideoMediaOwner>();
        services.AddSingleton<IMediaOwner, StreamMediaOwner>();
        services.AddSingleton<IMediaGate, MediaGate>();
        services.AddSingleton<IMusicReader, MusicReader>();
        services.AddContentPagesChat();
        return services;
    }
}
