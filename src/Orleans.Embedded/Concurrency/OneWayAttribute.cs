namespace Orleans.Concurrency;

/// <summary>The caller gets a completed task at once; an exception is only logged.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
