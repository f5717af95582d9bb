using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContentPages.Backends.Local;

public static class LocalSetup
{
    /// <summary>Binds <see cref="LocalOptions"/>. May be called more than once.</summary>
    public static IServiceCollection AddLocalOptions(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<LocalOptions>().BindConfiguration(LocalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
