using System.Runtime.CompilerServices;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The references that were asked for last. It is bounded: the newest takes the slot of whoever hashes to the same one.</summary>
internal sealed class ReferenceCache
{
    private const int Slots = 4_096;

    private readonly Entry?[] _entries = new Entry?[Slots];

    public GrainReference GetOrAdd(Type interfaceType, string key, Func<Type, string, GrainReference> create)
    {
        ref var slot = ref _entries[(RuntimeHelpers.GetHashCode(interfaceType) ^ key.GetHashCode(StringComparison.Ordinal)) & (Slots - 1)];
        var entry = Volatile.Read(ref slot);
        if (entry is not null && entry.InterfaceType == interfaceType && string.Equals(entry.Key, key, StringComparison.Ordinal))
            return entry.Reference;

        entry = new(interfaceType, key, create(interfaceType, key));
        Volatile.Write(ref slot, entry);
        return entry.Reference;
    }

    private sealed record Entry(Type InterfaceType, string Key, GrainReference Reference);
}
