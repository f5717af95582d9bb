namespace Orleans.Concurrency;

/// <summary>Every call of this grain may overlap every other.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
