using ContentPages.Backends.Local.Videos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Streams.Packaging;

public static class LocalPackaging
{
    /// <summary>Adds what packages live streams. Its settings are the section <c>Packaging</c>. Needs <see cref="LocalTranscoding.AddLocalTranscoder"/>.</summary>
    public static IServiceCollection AddLivePackaging(this IServiceCollection services)
    {
        services.AddLocalOptions();
        services.AddOptions<PackagingOptions>().BindConfiguration(PackagingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new LivePlayouts(
            provider.GetRequiredService<IOptions<PackagingOptions>>().Value,
            provider.GetRequiredService<IOptions<TranscoderOptions>>().Value,
            provider.GetRequiredService<IOptions<LocalOptions>>().Value.PathOf("live"),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LivePlayouts>>()));
        return services;
    }
}
