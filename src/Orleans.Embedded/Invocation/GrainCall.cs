using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Embedded;

/// <summary>One call of a grain method.</summary>
#pragma warning disable CA1001 // The end of the call disposes it.
internal abstract class GrainCall(GrainMethod method, GrainId target, object?[] arguments) : Turn, IInvokable
#pragma warning restore CA1001
{
    private CallCancellation? _cancellation;

    public override string Name => method.FullName;

    public GrainId Target => target;

    public override bool IsReadOnly => method.IsReadOnly;

    public override bool AlwaysInterleaves => method.AlwaysInterleaves;

    /// <summary>The list that this call times out from, and its place there.</summary>
    internal CallTimeouts? Watch { get; set; }

    internal GrainCall? Older { get; set; }

    internal GrainCall? Newer { get; set; }

    /// <summary>Timestamp of the engine's clock.</summary>
    internal long SentAt { get; set; }

    public string GetMethodName() => method.Name;

    public string GetInterfaceName() => method.InterfaceName;

    public int GetArgumentCount() => arguments.Length;

    public object? GetArgument(int index) => arguments[index];

    /// <summary>Gives the callee a token of its own, which is canceled inside its activation when the caller's is.</summary>
    public void CancelWith(int argumentIndex, CancellationToken callerToken)
    {
        _cancellation = new CallCancellation(this, callerToken);
        arguments[argumentIndex] = _cancellation.CalleeToken;
        _cancellation.Listen();
    }

    public sealed override Task InvokeAsync(Activation activation)
    {
        _cancellation?.Started(activation);
        return method.Invoke(activation.Instance, arguments);
    }

    public sealed override void Complete(Task outcome)
    {
        End();
        SetOutcome(outcome);
    }

    public sealed override void Reject(Exception reason)
    {
        End();
        SetException(reason);
    }

    /// <summary>Lets the caller go; a turn that has started goes on.</summary>
    public void Cancel(CancellationToken callerToken)
    {
        End();
        SetOutcome(Task.FromCanceled(callerToken));
    }

    protected abstract void SetOutcome(Task outcome);

    protected abstract void SetException(Exception reason);

    private void End()
    {
        Watch?.Remove(this);
        _cancellation?.Dispose();
    }
}
