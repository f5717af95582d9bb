namespace Orleans.Runtime;

/// <summary>One activation of a grain.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    GrainReference GrainReference { get; }

    GrainId GrainId { get; }

    /// <summary>The grain object; null while it is being made.</summary>
    object? GrainInstance { get; }

    /// <summary>The scope of this activation.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Ends when the activation has ended. Awaiting it inside the same grain waits forever.</summary>
    Task Deactivated { get; }

    /// <summary>Asks the activation to end once its running calls have. Later calls go to a fresh one.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
