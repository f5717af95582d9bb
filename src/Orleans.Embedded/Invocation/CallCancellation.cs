namespace Orleans.Embedded;

/// <summary>
/// Carries a cancellation from the caller to the callee: the caller is let go at once, and callbacks that the callee has registered run as
/// turns of its activation.
/// </summary>
internal sealed class CallCancellation(GrainCall call, CancellationToken callerToken) : IDisposable
{
    private readonly CancellationTokenSource _callee = new();
    private CancellationTokenRegistration _registration;
    private Activation? _activation;

    public CancellationToken CalleeToken => _callee.Token;

    public void Listen() => _registration = callerToken.UnsafeRegister(static self => ((CallCancellation)self!).OnCanceled(), this);

    public void Started(Activation activation)
    {
        Interlocked.Exchange(ref _activation, activation);
        if (callerToken.IsCancellationRequested)
            _callee.Cancel();
    }

    // Unregister never waits for a callback, as Dispose of the registration would. The source stays: the callee may still hold its token.
    public void Dispose() => _registration.Unregister();

    private void OnCanceled()
    {
        call.Cancel(callerToken);
        Volatile.Read(ref _activation)?.Scheduler.Post(static source => ((CancellationTokenSource)source!).Cancel(), _callee);
    }
}
