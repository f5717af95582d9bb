using ContentPages.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContentPages.Backends.Local.Events;

public static class LocalEvents
{
    /// <summary>Adds the in-process event queue, for those who publish and for the processors. May be called more than once.</summary>
    public static IServiceCollection AddLocalEventQueue(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LocalEventQueue>();
        services.TryAddSingleton<IEventQueue>(provider => provider.GetRequiredService<LocalEventQueue>());
        return services;
    }
}
