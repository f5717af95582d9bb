using ContentPages.Processors.Events;
using ContentPages.Processors.Media;
using ContentPages.Processors.Streams;
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
        services.AddSingleton<IEventHandler, ObjectCreatedHandler>();
        services.AddSingleton<IEventHandler, StreamSignalHandler>();
        services.AddSingleton<IEventHandler, StreamRecordingHandler>();
        services.AddSingleton<IEventHandler, StreamLimitHandler>();
        services.AddSingleton<EventDispatcher>();
        services.AddHostedService<EventPump>();
        services.AddSingleton<ISweepTarget, VideoSweepTarget>();
        services.AddSingleton<ISweepTarget, StreamSweepTarget>();
        services.AddHostedService<Sweeper>();
        return services;
    }
}
