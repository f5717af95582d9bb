namespace Orleans.Embedded;

/// <summary>Ends activations that are unused.</summary>
internal sealed class ActivationCollector : IDisposable
{
    private readonly EmbeddedSilo _silo;
    private readonly ITimer _timer;

    public ActivationCollector(EmbeddedSilo silo)
    {
        _silo = silo;
        var quantum = silo.Options.CollectionQuantum;
        using (Detached.Enter())
            _timer = silo.Time.CreateTimer(static self => ((ActivationCollector)self!).Collect(null), this, quantum, quantum);
    }

    /// <param name="age">Unused for this long; null means the age of each class.</param>
    public void Collect(TimeSpan? age)
    {
        foreach (var activation in _silo.Catalog.InOrder())
            activation.CollectIfIdle(age);
    }

    public void Dispose() => _timer.Dispose();
}
