namespace Orleans;

/// <summary>The name of a grain class in its <see cref="Runtime.GrainId"/>; by default the class name in lower case without "grain".</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    internal string GrainType { get; } = grainType;
}
