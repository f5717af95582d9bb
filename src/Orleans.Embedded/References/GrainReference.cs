using System.Reflection;
using Orleans.Embedded;

namespace Orleans.Runtime;

/// <summary>A reference to a grain; equal to every other reference to the same grain.</summary>
public class GrainReference : DispatchProxy, IAddressable, IEquatable<GrainReference>
{
    private EmbeddedSilo _silo = null!;

    public GrainId GrainId { get; private set; }

    internal static GrainReference Create(EmbeddedSilo silo, Type interfaceType, GrainId grainId)
    {
        var reference = (GrainReference)Create(interfaceType, typeof(GrainReference));
        reference._silo = silo;
        reference.GrainId = grainId;
        return reference;
    }

    internal object CastTo(Type interfaceType) => interfaceType.IsInstanceOfType(this) ? this : Create(_silo, interfaceType, GrainId);

    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}";

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => GrainMethods.Get(targetMethod!).Send(_silo, GrainId, args!);
}
