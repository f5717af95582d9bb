namespace Orleans.Concurrency;

/// <summary>Calls of methods that only read may overlap each other, never a call that writes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
