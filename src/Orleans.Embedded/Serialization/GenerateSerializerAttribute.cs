namespace Orleans;

/// <summary>Marks a type that crosses a grain boundary. Orleans generates a serializer from it; inside one process nothing is serialized.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute;
