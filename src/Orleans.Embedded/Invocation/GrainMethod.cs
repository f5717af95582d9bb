using System.Reflection;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>What the engine knows of one method of a grain interface, compiled when it is first called.</summary>
internal abstract class GrainMethod
{
    private readonly Func<object, object?[], Task> _invoke;
    private readonly int _tokenIndex;
    private readonly bool _takesGrains;
    private readonly Type[] _parameterTypes;

    protected GrainMethod(MethodInfo method)
    {
        Name = method.Name;
        InterfaceName = method.DeclaringType!.FullName!;
        FullName = $"{method.DeclaringType.Name}.{method.Name}";
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        IsOneWay = method.IsDefined(typeof(OneWayAttribute));
        _parameterTypes = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        _tokenIndex = Array.IndexOf(_parameterTypes, typeof(CancellationToken));
        _takesGrains = _parameterTypes.Any(IsGrainInterface);
        _invoke = GrainMethodCompiler.Compile(method);
    }

    public string Name { get; }

    public string InterfaceName { get; }

    public string FullName { get; }

    public bool IsReadOnly { get; }

    public bool AlwaysInterleaves { get; }

    public bool IsOneWay { get; }

    /// <summary>Makes the call and gives what the caller gets: a task in the type that the method returns.</summary>
    public abstract object? Send(EmbeddedSilo silo, GrainId target, object?[] arguments);

    public Task Invoke(object instance, object?[] arguments) => _invoke(instance, arguments)
        ?? throw new InvalidOperationException($"{FullName} returned null instead of a task.");

    protected void Dispatch(EmbeddedSilo silo, GrainCall call, object?[] arguments)
    {
        if (_takesGrains)
            ReplaceGrainsByReferences(arguments);
        if (_tokenIndex >= 0 && arguments[_tokenIndex] is CancellationToken { CanBeCanceled: true } token)
            call.CancelWith(_tokenIndex, token);
        silo.Send(call);
    }

    private static bool IsGrainInterface(Type type) => type.IsInterface && type.IsAssignableTo(typeof(IAddressable));

    /// <summary>A grain that passes itself passes its reference, as it would over a wire.</summary>
    private void ReplaceGrainsByReferences(object?[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is IGrainBase grain && IsGrainInterface(_parameterTypes[i]))
                arguments[i] = grain.GrainContext.GrainReference.CastTo(_parameterTypes[i]);
        }
    }
}
