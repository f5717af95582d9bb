namespace ContentPages.Simulation.World;

/// <summary>A port does not answer, or its answer is lost. Whether it did what it was asked is unknown.</summary>
internal sealed class SimulatedFault(string what) : IOException($"{what}: no answer.");

/// <summary>The connection to a process is lost. Whether it did what it was asked is unknown.</summary>
internal sealed class ConnectionLost(string process) : IOException($"The connection to {process} is lost.");
