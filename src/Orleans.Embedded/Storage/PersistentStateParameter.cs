using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded;

/// <summary>One <see cref="PersistentStateAttribute"/> parameter of a grain constructor.</summary>
internal sealed class PersistentStateParameter
{
    private const string DefaultStorage = "Default";

    private readonly string _stateName;
    private readonly string _storageName;
    private readonly ConstructorInfo _constructor;

    private PersistentStateParameter(ParameterInfo parameter, PersistentStateAttribute attribute)
    {
        ParameterType = parameter.ParameterType;
        if (!ParameterType.IsGenericType || ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new OrleansConfigurationException(
                $"Parameter {parameter.Name} of {parameter.Member.DeclaringType} has [PersistentState], so it must be an IPersistentState<T>.");
        }

        _stateName = attribute.StateName.Length > 0 ? attribute.StateName : parameter.Name!;
        _storageName = attribute.StorageName ?? DefaultStorage;
        _constructor = typeof(PersistentState<>).MakeGenericType(ParameterType.GetGenericArguments()).GetConstructors().Single();
    }

    public Type ParameterType { get; }

    public static PersistentStateParameter[] Find(Type grainClass) =>
    [
        .. from constructor in grainClass.GetConstructors()
           from parameter in constructor.GetParameters()
           let attribute = parameter.GetCustomAttribute<PersistentStateAttribute>()
           where attribute is not null
           select new PersistentStateParameter(parameter, attribute),
    ];

    public PersistentState Create(Activation activation)
    {
        var storage = activation.ActivationServices.GetKeyedService<IGrainStorage>(_storageName)
            ?? throw new OrleansConfigurationException(
                $"No storage provider named \"{_storageName}\" found loading grain type {activation.GrainId.Type}.");
        return (PersistentState)_constructor.Invoke([_stateName, activation.GrainId, storage]);
    }
}
