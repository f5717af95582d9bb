using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <inheritdoc cref="IManagementGrain"/>
[Reentrant]
[GrainType("management")]
internal sealed class ManagementGrain(EmbeddedSilo silo) : Grain, IManagementGrain
{
    public Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics() => Task.FromResult<SimpleGrainStatistic[]>(
    [
        .. silo.Catalog.InOrder()
            .GroupBy(activation => activation.GrainId.Type.ToString(), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SimpleGrainStatistic { GrainType = group.Key, ActivationCount = group.Count() }),
    ]);

    public Task<int> GetTotalActivationCount() => Task.FromResult(silo.Catalog.Count);

    public Task ForceActivationCollection(TimeSpan ageLimit)
    {
        silo.Collector.Collect(ageLimit);
        return Task.CompletedTask;
    }
}
