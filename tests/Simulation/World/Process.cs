using ContentPages.Grains;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Streams;
using ContentPages.Grains.Videos;
using ContentPages.Processors;
using ContentPages.Processors.Sweeping;
using ContentPages.Simulation.Engine;
using ContentPages.Videos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Simulation.World;

/// <summary>
/// One process of ours: an engine with all its grains, on a lane of its own. When it dies its lane stops for ever, as it is; nothing is told,
/// nothing is finished.
/// </summary>
internal sealed class Process
{
    private readonly SimulatedWorld _world;
    private readonly TaskCompletionSource _died = new();
    private readonly ServiceProvider _services;
    private readonly Dice _dice;

    public Process(SimulatedWorld world, int number)
    {
        _world = world;
        _dice = world.Dice.Fork();
        (Number, StartedAt) = (number, world.Clock.Elapsed);
        Lane = new(world.Loop, ToString());
        _services = Register(new ServiceCollection()).BuildServiceProvider();
        Client = _services.GetRequiredService<IClusterClient>();
        Relay = new(world, this);
    }

    public int Number { get; }

    public TimeSpan StartedAt { get; }

    public Lane Lane { get; }

    public bool IsDead => Lane.IsDead;

    public IClusterClient Client { get; }

    public IServiceProvider Services => _services;

    public Relay Relay { get; }

    public Task Died => _died.Task;

    /// <summary>
    /// A call from outside into this process: what is asked runs here, the answer travels back, and either way may be cut. It is a violation
    /// when it does not come back although the process lives.
    /// </summary>
    /// <exception cref="ConnectionLost">The process died, or the connection was lost.</exception>
    public async Task<T> Ask<T>(string what, Func<IClusterClient, Task<T>> call)
    {
        await Travel();
        if (IsDead || _dice.Chance(_world.Faults.Disconnect)) throw new ConnectionLost(ToString());
        var begun = _world.Calls.Begin($"{this} {what}", _world.Clock.Elapsed);
        var answer = Lane.Start(() => call(Client));
        await Task.WhenAny(answer, Died);
        var took = _world.Calls.End(begun, _world.Clock.Elapsed);
        if (took > Patience) _world.Violate($"{what} took {took}.");
        if (!answer.IsCompleted) throw new ConnectionLost(ToString());
        if (answer.Exception is { InnerException: { } failure }) ProcessLog.Check(_world, failure, what);
        await Travel();
        if (_dice.Chance(_world.Faults.Disconnect)) throw new ConnectionLost(ToString());
        return await answer;
    }

    /// <summary>Begins to do what nobody asks for.</summary>
    public void Start() => _ = Lane.Start(SweepForEver);

    public void Die()
    {
        Lane.Die();
        // Lets go of timers and of callers; with its lane gone none of its code runs any more.
        _services.Dispose();
        _died.TrySetResult();
    }

    public override string ToString() => $"p{Number}";

    /// <summary>The engine's own limit of a call, and a little.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(31);

    private async Task SweepForEver()
    {
        var sweeper = _services.GetRequiredService<Sweeper>();
        DateTimeOffset? dueBy = null;
        while (true)
        {
            await sweeper.Sweep(dueBy, CancellationToken.None);
            await _world.Pass(_world.SweepInterval);
            dueBy = _world.Clock.GetUtcNow();
        }
    }

    private Task Travel() => _world.Pass(_dice.LongTail(_world.Faults.PortDelay));

    private IServiceCollection Register(IServiceCollection services)
    {
        services.AddSingleton<ILoggerFactory>(new ProcessLog(_world, this));
        services.AddSingleton<TimeProvider>(_world.Clock);
        services.AddSingleton(_world.Variant.Catalog(new SimulatedCatalog(_world, this)));
        services.AddSingleton(_world.Variant.ChatLog(new SimulatedChatLog(_world, _world.ChatLog, new(_world, this, "log", givesUp: true))));
        services.AddSingleton(_world.Variant.Objects(new SimulatedObjects(_world.Objects, new(_world, this, "objects"), _world.Clock)));
        services.AddSingleton<ILiveChannels>(new SimulatedChannels(_world.Channels, new(_world, this, "channels"), _world.Clock));
        services.AddSingleton<IVideoTranscoder>(new SimulatedTranscoder(_world.Transcoder, new(_world, this, "transcoder")));
        services.AddContentPagesGrains();
        services.AddSingleton(Options.Create(_world.Variant.Chat));
        services.AddProcessors();
        services.AddSingleton(Options.Create(new SweeperOptions()));
        services.AddSingleton<Sweeper>();
        services.AddEmbeddedOrleans(o =>
        {
            o.AddGrains(typeof(VideoGrain).Assembly)
                .AddGrainStorage(CatalogStorage.Name, (provider, _) => provider.GetRequiredService<CatalogStorage>())
                .AddMemoryStreams(VideoStreams.Provider);
            o.TaskScheduler = Lane;
            o.CollectionQuantum = TimeSpan.FromMinutes(30);
        });
        return services;
    }
}
