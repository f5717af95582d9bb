using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Orleans.Embedded.Tests;

/// <summary>An engine on one thread and a fake clock: when a method returns, everything that could happen has happened.</summary>
public sealed class World : IDisposable
{
    private readonly ServiceProvider _services;

    public World(Action<EmbeddedOrleansOptions>? configure = null, int seed = 1, Action<IServiceCollection>? services = null)
    {
        Scheduler = new(seed);
        var collection = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(Journal)
            .AddSingleton(Gates)
            .AddSingleton(Storage)
            .AddScoped<ScopeMark>()
            .AddSingleton<ILoggerFactory>(Logs)
            .AddEmbeddedOrleans(options =>
            {
                options.AddGrains(typeof(World).Assembly).AddGrainStorage("test", (_, _) => Storage).AddMemoryGrainStorage("Default")
                    .AddMemoryStreams("streams");
                options.TaskScheduler = Scheduler;
                configure?.Invoke(options);
            });
        services?.Invoke(collection);
        _services = collection.BuildServiceProvider();
        Client = _services.GetRequiredService<IClusterClient>();
    }

    public SeededScheduler Scheduler { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public Journal Journal { get; } = new();

    public Gates Gates { get; } = new();

    public FaultyStorage Storage { get; } = new();

    public LogList Logs { get; } = new();

    public IClusterClient Client { get; }

    public IServiceProvider Services => _services;

    /// <summary>Starts outside code, and runs everything until nothing is left to run.</summary>
    public Task<T> Start<T>(Func<Task<T>> code)
    {
        var task = Task.Factory.StartNew(code, CancellationToken.None, TaskCreationOptions.None, Scheduler).Unwrap();
        Scheduler.RunUntilIdle();
        return task;
    }

    public Task Start(Func<Task> code)
    {
        var task = Task.Factory.StartNew(code, CancellationToken.None, TaskCreationOptions.None, Scheduler).Unwrap();
        Scheduler.RunUntilIdle();
        return task;
    }

    /// <summary>As <see cref="Start{T}"/>, for code that needs no time to pass.</summary>
    public T Run<T>(Func<Task<T>> code)
    {
        var task = Start(code);
        Assert.True(task.IsCompleted, "It waits for something that does not happen.");
        return task.GetAwaiter().GetResult();
    }

    public void Run(Func<Task> code)
    {
        var task = Start(code);
        Assert.True(task.IsCompleted, "It waits for something that does not happen.");
        task.GetAwaiter().GetResult();
    }

    /// <summary>Lets time pass, a step at a time.</summary>
    public void Advance(TimeSpan time, TimeSpan? step = null)
    {
        var size = step ?? time;
        for (var passed = TimeSpan.Zero; passed < time; passed += size)
        {
            Time.Advance(size);
            Scheduler.RunUntilIdle();
        }
    }

    public void AdvanceSeconds(double seconds) => Advance(TimeSpan.FromSeconds(seconds));

    public T Grain<T>(string key = "a")
        where T : IGrainWithStringKey
        => Client.GetGrain<T>(key);

    public void Dispose() => _services.Dispose();
}
