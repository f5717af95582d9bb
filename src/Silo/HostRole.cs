namespace ContentPages.Silo;

/// <summary>What a process does; <c>--roles</c>.</summary>
internal enum HostRole
{
    /// <summary>HTTP API, hub, accounts, front end.</summary>
    Web,

    /// <summary>Grains.</summary>
    Silo,

    /// <summary>Events in, and the sweeper.</summary>
    Processors,
}
