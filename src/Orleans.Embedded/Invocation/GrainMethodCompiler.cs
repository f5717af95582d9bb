using System.Linq.Expressions;
using System.Reflection;

namespace Orleans.Embedded;

/// <summary>Turns a method into a delegate, so that a call costs no reflection.</summary>
internal static class GrainMethodCompiler
{
    public static Func<object, object?[], Task> Compile(MethodInfo method)
    {
        var instance = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var call = Expression.Call(
            Expression.Convert(instance, method.DeclaringType!),
            method,
            method.GetParameters().Select((parameter, i) => Expression.Convert(
                Expression.ArrayIndex(arguments, Expression.Constant(i)), parameter.ParameterType)));
        return Expression.Lambda<Func<object, object?[], Task>>(ToTask(call), instance, arguments).Compile();
    }

    private static Expression ToTask(MethodCallExpression call)
    {
        if (call.Type == typeof(void))
            return Expression.Block(call, Expression.Constant(Task.CompletedTask));
        return call.Type.IsAssignableTo(typeof(Task)) ? call : Expression.Call(call, nameof(ValueTask.AsTask), null);
    }
}
