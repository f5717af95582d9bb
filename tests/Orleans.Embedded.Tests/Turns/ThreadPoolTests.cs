using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Embedded.Tests;

/// <summary>The engine as it runs in production: on the thread pool, with the system's clock.</summary>
public sealed class ThreadPoolTests : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<Journal>()
        .AddSingleton<Gates>()
        .AddEmbeddedOrleans(options => options.AddGrains(typeof(World).Assembly).AddMemoryStreams("streams"))
        .BuildServiceProvider();

    private IClusterClient Client => _services.GetRequiredService<IClusterClient>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Await_OfAnything_ResumesInsideTheActivation()
    {
        Assert.Equal(0, await Client.GetGrain<IResumeGrain>("a").AwaitInManyWays());
    }

    [Fact]
    public async Task Calls_FromManyThreads_NeverOverlap()
    {
        var callers = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 250; i++)
                await Client.GetGrain<IResumeGrain>("b").AddSlowly();
        }));
        await Task.WhenAll(callers);

        Assert.Equal(4_001, await Client.GetGrain<IResumeGrain>("b").AddSlowly());
    }

    [Fact]
    public async Task Turns_ThatInterleave_StillRunOneAtATime()
    {
        var grain = Client.GetGrain<IBusyGrain>("a");

        var overlaps = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => grain.HopAround(200)));

        Assert.Equal(0, overlaps.Sum());
    }

    [Fact]
    public async Task Calls_WhileActivationsComeAndGo_AreNeverLostAndNeverMeetTwoActivations()
    {
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
                await Client.GetGrain<IMortalGrain>($"{i % 3}").Touch(dies: (i + caller) % 5 == 0);
        }));
        await Task.WhenAll(callers);

        Assert.Equal(2_400, MortalGrain.Touched);
        Assert.Equal(0, MortalGrain.Twins);
    }

    [Fact]
    public async Task Await_ByAnOutsideCaller_DoesNotResumeInsideTheActivation()
    {
        var outside = await Task.Run(async () =>
        {
            await Client.GetGrain<IResumeGrain>("c").AddSlowly();
            return (RuntimeContext.Current, TaskScheduler.Current);
        });

        Assert.Null(outside.Item1);
        Assert.Same(TaskScheduler.Default, outside.Item2);
    }

    [Fact]
    public async Task Call_WithAsyncLocals_DoesNotCarryThemIntoTheGrain()
    {
        var local = new AsyncLocal<string> { Value = "secret" };
        AsyncLocalGrain.Read = () => local.Value;

        Assert.Null(await Client.GetGrain<IAsyncLocalGrain>("a").Get());
        Assert.Equal("secret", local.Value);
    }
}
