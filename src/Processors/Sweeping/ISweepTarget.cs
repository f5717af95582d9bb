namespace ContentPages.Processors.Sweeping;

/// <summary>A kind of entity with open work.</summary>
public interface ISweepTarget
{
    /// <summary>Partition of the open-work index.</summary>
    string Kind { get; }

    /// <summary>Calls the entity's <c>Reconcile</c>.</summary>
    Task Reconcile(string id);
}
