using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Embedded;

/// <summary>What the engine knows of one grain class.</summary>
internal sealed class GrainClass
{
    private const string Suffix = "grain";

    private readonly ObjectFactory _create;
    private readonly PersistentStateParameter[] _states;
    private readonly Func<IInvokable, bool>? _mayInterleave;

    public GrainClass(Type type, EmbeddedOrleansOptions options)
    {
        Type = type;
        GrainType = GrainType.Create(type.GetCustomAttribute<GrainTypeAttribute>()?.GrainType ?? NameByConvention(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        CollectionAge = type.IsDefined(typeof(KeepAliveAttribute))
            ? TimeSpan.MaxValue
            : type.GetCustomAttribute<CollectionAgeLimitAttribute>() is { } limit ? AgeOf(limit) : options.CollectionAge;
        _mayInterleave = type.GetCustomAttribute<MayInterleaveAttribute>() is { } attribute ? Predicate(type, attribute) : null;
        _states = PersistentStateParameter.Find(type);
        _create = ActivatorUtilities.CreateFactory(type, [.. _states.Select(state => state.ParameterType)]);
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    /// <summary>Unused for this long, an activation is collected; the maximum means never.</summary>
    public TimeSpan CollectionAge { get; }

    public bool MayInterleave(Turn turn) => _mayInterleave is not null && turn is IInvokable call && _mayInterleave(call);

    /// <summary>Makes an instance; its states are made but not read.</summary>
    public object CreateInstance(Activation activation, List<PersistentState> states)
    {
        var arguments = new object[_states.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var state = _states[i].Create(activation);
            states.Add(state);
            arguments[i] = state;
        }

        return _create(activation.ActivationServices, arguments);
    }

    private static TimeSpan AgeOf(CollectionAgeLimitAttribute limit) => limit.AlwaysActive ? TimeSpan.MaxValue : limit.AgeLimit;

    private static string NameByConvention(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    private static Func<IInvokable, bool> Predicate(Type type, MayInterleaveAttribute attribute) =>
        type.GetMethod(attribute.CallbackMethodName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(IInvokable)])
            ?.CreateDelegate<Func<IInvokable, bool>>()
        ?? throw new OrleansConfigurationException(
            $"{type} names {attribute.CallbackMethodName} in MayInterleave, but has no static bool {attribute.CallbackMethodName}(IInvokable).");
}
