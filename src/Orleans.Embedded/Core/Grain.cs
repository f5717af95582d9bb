using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Embedded;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Base of grain classes. An instance lives inside one activation and is only ever touched by one turn at a time.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private readonly IGrainFactory? _grainFactory;

    protected Grain() : this(RuntimeContext.Current!)
    {
    }

    /// <param name="grainContext">The activation; tests may pass their own.</param>
    protected Grain(IGrainContext grainContext)
    {
        GrainContext = grainContext;
        _grainFactory = grainContext?.ActivationServices.GetService<IGrainFactory>();
    }

    /// <summary>The activation that this instance belongs to; null when a test made the instance by hand.</summary>
    [AllowNull]
    public IGrainContext GrainContext { get; private set; }

    public GrainReference GrainReference => GrainContext.GrainReference;

    public string IdentityString => GrainContext.GrainId.ToString();

    protected IGrainFactory GrainFactory => _grainFactory ?? throw Outside();

    /// <summary>The scope of this activation.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext?.ActivationServices ?? throw Outside();

    /// <summary>Runs before the first call, with persistent state loaded.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call. The token is canceled when the engine no longer waits.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deactivates as soon as the running calls have ended. Later calls go to a fresh activation.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps the activation from idle collection for this long; zero or less takes that back.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => ((ICollectible)GrainContext).DelayDeactivation(timeSpan);

    private static InvalidOperationException Outside() => new("This grain was created outside of the engine, so it has no runtime.");
}
