namespace Orleans.Embedded;

/// <summary>The life of an activation; it only goes forward.</summary>
internal enum ActivationState
{
    /// <summary>Being made; turns wait.</summary>
    Activating,

    /// <summary>Turns run.</summary>
    Valid,

    /// <summary>Ending; turns wait for the successor.</summary>
    Deactivating,

    /// <summary>Ended; senders look for the successor.</summary>
    Invalid,
}
