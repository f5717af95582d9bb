using ContentPages.Processors.Events;
using ContentPages.Processors.Sweeping;
using ContentPages.Processors.Videos;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Processors;

public static class ProcessorsRegistration
{
    /// <summary>The role <c>processors</c>: events in, and the sweeper.</summary>
    public static IServiceCollection AddProcessors(this IServiceCollection services)
    {
        services.AddOptions<SweeperOptions>().BindConfiguration(SweeperOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IEventHandler, MediaConvertJobHandler>();
        services.AddSingleton<IEventHandler, SourceArrivedHandler>();
        services.AddSingleton<EventDispatcher>();
        services.AddHostedService<EventPump>();
        services.AddSingleton<ISweepTarget, VideoSweepTarget>();
        services.AddHostedService<Sweeper>();
        return services;
    }
}
