namespace ContentPages.Bench;

/// <summary>A measurement that cannot be made; the message says why.</summary>
internal sealed class BenchException(string message) : Exception(message);
