namespace ContentPages.Simulation.Engine;

/// <summary>A schedule has broken an invariant, or has left the simulation.</summary>
public sealed class SimulationException(string message) : Exception(message);
