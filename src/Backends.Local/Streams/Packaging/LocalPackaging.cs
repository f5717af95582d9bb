using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Backends.Local.Streams.Packaging;

public static class LocalPackaging
{
    /// <summary>Adds what packages live streams and plays them. Its settings are the section <c>Packaging</c>. Needs the object store.</summary>
    public static IServiceCollection AddLivePackaging(this IServiceCollection services)
    {
        services.AddLocalOptions();
        services.AddOptions<PackagingOptions>().BindConfiguration(PackagingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LivePlayouts>();
        return services;
    }
}
