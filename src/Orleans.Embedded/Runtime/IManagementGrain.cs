namespace Orleans.Runtime;

/// <summary>What operators ask; get it with <c>GetGrain&lt;IManagementGrain&gt;(0)</c>.</summary>
public interface IManagementGrain : IGrainWithIntegerKey
{
    /// <summary>Activations by grain type, ordered by name.</summary>
    Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics();

    Task<int> GetTotalActivationCount();

    /// <summary>Collects what has been unused for this long, now.</summary>
    Task ForceActivationCollection(TimeSpan ageLimit);
}
