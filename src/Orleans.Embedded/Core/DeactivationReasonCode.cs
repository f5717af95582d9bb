namespace Orleans;

/// <summary>Kinds of reasons; the numbers are those of Orleans. The embedded engine gives those that say so.</summary>
public enum DeactivationReasonCode : byte
{
    None,

    /// <summary>Given: the engine stops.</summary>
    ShuttingDown,

    /// <summary>Given: constructor, state or <c>OnActivateAsync</c> failed.</summary>
    ActivationFailed,

    DirectoryFailure,

    /// <summary>Given: unused for the collection age.</summary>
    ActivationIdle,

    ActivationUnresponsive,
    DuplicateActivation,
    IncompatibleRequest,

    /// <summary>Given: an <see cref="Storage.InconsistentStateException"/> left a turn.</summary>
    ApplicationError,

    /// <summary>Given: <c>DeactivateOnIdle</c>.</summary>
    ApplicationRequested,

    Migrating,
    RuntimeRequested,
    HighMemoryPressure,
}
