using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>A method that returns <see cref="Task{T}"/> or <see cref="ValueTask{T}"/>.</summary>
internal sealed class GrainMethod<T>(MethodInfo method) : GrainMethod(method)
{
    private readonly bool _returnsValueTask = method.ReturnType == typeof(ValueTask<T>);

    public override object Send(EmbeddedSilo silo, GrainId target, object?[] arguments)
    {
        var call = new GrainCall<T>(this, target, arguments);
        Dispatch(silo, call, arguments);
        return _returnsValueTask ? new ValueTask<T>(call.Answer) : call.Answer;
    }
}

/// <summary>A method that returns <see cref="Task"/>, <see cref="ValueTask"/> or nothing.</summary>
internal sealed class VoidGrainMethod(MethodInfo method) : GrainMethod(method)
{
    private readonly Type _returnType = method.ReturnType;

    public override object? Send(EmbeddedSilo silo, GrainId target, object?[] arguments)
    {
        if (IsOneWay || _returnType == typeof(void))
        {
            Dispatch(silo, new OneWayCall(this, target, arguments), arguments);
            return Shape(Task.CompletedTask);
        }

        var call = new VoidCall(this, target, arguments);
        Dispatch(silo, call, arguments);
        return Shape(call.Answer);
    }

    private object? Shape(Task answer) =>
        _returnType == typeof(Task) ? answer
        : _returnType == typeof(ValueTask) ? new ValueTask(answer)
        : null;
}
