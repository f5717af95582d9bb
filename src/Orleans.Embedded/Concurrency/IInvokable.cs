namespace Orleans.Serialization.Invocation;

/// <summary>What a <see cref="Concurrency.MayInterleaveAttribute"/> predicate sees of a call.</summary>
public interface IInvokable
{
    string GetMethodName();

    string GetInterfaceName();

    int GetArgumentCount();

    object? GetArgument(int index);
}
