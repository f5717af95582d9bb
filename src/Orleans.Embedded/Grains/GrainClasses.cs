using System.Collections.Concurrent;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The grain classes of the scanned assemblies.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<GrainType, GrainClass> _byType = [];
    private readonly ConcurrentDictionary<(Type, string?), GrainClass> _byInterface = new();

    public GrainClasses(EmbeddedOrleansOptions options)
    {
        foreach (var assembly in options.Assemblies.Append(typeof(GrainClasses).Assembly).Distinct())
        {
            foreach (var type in assembly.GetTypes().Where(IsGrainClass))
                Add(new GrainClass(type, options));
        }
    }

    public GrainClass this[GrainType type] => _byType.TryGetValue(type, out var found)
        ? found
        : throw new ArgumentException($"Could not find an implementation for grain type {type}.");

    /// <exception cref="ArgumentException">No class implements the interface, or several do.</exception>
    public GrainClass Find(Type interfaceType, string? classNamePrefix) =>
        _byInterface.GetOrAdd((interfaceType, classNamePrefix), static (key, self) => self.Search(key.Item1, key.Item2), this);

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
        && type.IsAssignableTo(typeof(IGrainBase))
        && type.IsAssignableTo(typeof(IGrain));

    private void Add(GrainClass grainClass)
    {
        if (!_byType.TryAdd(grainClass.GrainType, grainClass))
        {
            throw new OrleansConfigurationException(
                $"{grainClass.Type} and {_byType[grainClass.GrainType].Type} are both called \"{grainClass.GrainType}\". Give one a [GrainType].");
        }
    }

    private GrainClass Search(Type interfaceType, string? prefix)
    {
        var found = _byType.Values
            .Where(candidate => candidate.Type.IsAssignableTo(interfaceType))
            .Where(candidate => prefix is null || candidate.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal))
            .ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"Could not find an implementation for interface {interfaceType}."),
            _ => found.FirstOrDefault(candidate => candidate.Type.Name == interfaceType.Name[1..])
                ?? throw new ArgumentException($"Several classes implement {interfaceType}: {string.Join(", ", found.Select(one => one.Type))}."),
        };
    }
}
