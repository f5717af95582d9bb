using System.Reflection;

namespace Orleans.Runtime;

/// <summary>A reference to a grain; equal to every other reference to the same grain.</summary>
public class GrainReference : DispatchProxy, IAddressable, IEquatable<GrainReference>
{
    public GrainId GrainId { get; private set; }

    internal object CastTo(Type interfaceType) => throw new NotImplementedException(interfaceType.Name);

    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}";

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new NotImplementedException(targetMethod?.Name);
}
