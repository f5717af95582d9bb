namespace Orleans.Concurrency;

/// <summary>
/// Names a method of the grain class, <c>static bool Name(IInvokable call)</c>, that is asked whether a call may overlap the one that runs.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayInterleaveAttribute(string callbackMethodName) : Attribute
{
    internal string CallbackMethodName { get; } = callbackMethodName;
}
