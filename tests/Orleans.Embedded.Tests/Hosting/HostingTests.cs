using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Orleans.Embedded.Tests;

public sealed class HostingTests
{
    [Fact]
    public void AddEmbeddedOrleans_AskedForACluster_NamesTheBuildToUse()
    {
        var error = Assert.Throws<OrleansConfigurationException>(() => new World(options => options.Cluster = "production"));

        Assert.Equal(
            "Cluster is \"production\", but the embedded engine is a single process by design. To join a cluster, build with -p:Engine=Orleans.",
            error.Message);
    }

    [Fact]
    public void AddEmbeddedOrleans_NonsensicalOption_NamesIt()
    {
        var error = Assert.Throws<OrleansConfigurationException>(() => new World(options => options.ResponseTimeout = TimeSpan.Zero));

        Assert.Equal("ResponseTimeout must be greater than zero.", error.Message);
    }

    [Fact]
    public void State_StorageMissing_FailsTheCallAndNamesIt()
    {
        using var world = new World();

        var error = world.Start(() => world.Grain<IHomelessGrain>().Touch()).Failure<OrleansConfigurationException>();

        Assert.Equal("No storage provider named \"nowhere\" found loading grain type homeless.", error.Message);
    }

    [Fact]
    public void ManagementGrain_CountsActivationsByType()
    {
        using var world = new World();
        world.Run(() => world.Grain<ILifeGrain>("a").Touch());
        world.Run(() => world.Grain<ILifeGrain>("b").Touch());
        world.Run(() => world.Grain<ICallGrain>().Echo(1));
        var management = world.Client.GetGrain<IManagementGrain>(0);

        var statistics = world.Run(() => management.GetSimpleGrainStatistics());

        Assert.Equal(
            [("call", 1), ("life", 2), ("management", 1)],
            statistics.Select(one => (one.GrainType, one.ActivationCount)));
        Assert.Equal(4, world.Run(() => management.GetTotalActivationCount()));
        Assert.Equal("embedded", world.Services.GetRequiredService<ILocalSiloDetails>().Name);
    }

    [Fact]
    public void ForceActivationCollection_CollectsWhatIsUnusedForThatLong()
    {
        using var world = new World();
        world.Run(() => world.Grain<ILifeGrain>().Touch());
        world.AdvanceSeconds(10);

        world.Run(() => world.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.FromSeconds(10)));

        Assert.Equal(["management/0"], world.Silo().Catalog.InOrder().Select(activation => activation.GrainId.ToString()));
    }

    [Fact]
    public async Task Host_StartsAndStopsTheEngine()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        var journal = new Journal();
        builder.Services.AddSingleton(journal).AddSingleton<Gates>().AddScoped<ScopeMark>();
        builder.Services.AddEmbeddedOrleans(options => options.AddGrains(typeof(World).Assembly));
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<IGrainFactory>().GetGrain<ILifeGrain>("a").Touch();

        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Contains("a deactivating ShuttingDown", journal.Lines);
    }
}

public interface IHomelessGrain : IGrainWithStringKey
{
    Task Touch();
}

public sealed class HomelessGrain([PersistentState("state", "nowhere")] IPersistentState<CounterState> state) : Grain, IHomelessGrain
{
    public Task Touch() => state.WriteStateAsync();
}
