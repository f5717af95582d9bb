namespace Orleans.Embedded;

/// <summary>How an activation ends: no new turn starts, the running ones finish, then it is told, then its successor may begin.</summary>
internal sealed partial class Activation
{
    private readonly TaskCompletionSource _deactivated = new();

    /// <summary>Why it is to end; null while it is not.</summary>
    private DeactivationReason? _reason;

    /// <summary>Calls that wait already are to run first.</summary>
    private bool _drainsFirst;

    private bool _isEnding;

    public Task Deactivated => _deactivated.Task;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _reason ??= deactivationReason;
            // A grain that ends itself while it begins serves those that wait first: its successor would do the same, forever.
            _drainsFirst = _state == ActivationState.Activating;
            DeactivateIfReady();
        }
    }

    /// <summary>Ends it when nothing runs and nothing waits.</summary>
    public void DeactivateWhenDrained(DeactivationReason reason)
    {
        lock (_gate)
        {
            if (_reason is not null)
                return;
            _reason = reason;
            _drainsFirst = true;
            DeactivateIfReady();
        }
    }

    /// <summary>Lets go of an activation that does not end.</summary>
    public void Abandon(Exception reason)
    {
        List<Turn> waiting;
        lock (_gate)
        {
            _state = ActivationState.Invalid;
            waiting = _waiting.TakeAll();
            _silo.Catalog.Replace(this, []);
        }

        DisposeTimers();
        waiting.ForEach(turn => turn.Reject(reason));
        _deactivated.TrySetResult();
    }

    private void DeactivateIfReady()
    {
        if (_reason is null || _isEnding || _state is ActivationState.Activating or ActivationState.Invalid)
            return;
        if (_drainsFirst && (_turns.Running > 0 || _waiting.Count > 0))
            return;

        if (_state != ActivationState.Deactivating)
        {
            _state = ActivationState.Deactivating;
            Scheduler.Post(static self => ((Activation)self!).DisposeTimers(), this);
        }

        if (_turns.Running > 0)
            return;

        _isEnding = true;
        Scheduler.Post(static self => _ = ((Activation)self!).DeactivateAsync(), this);
    }

    private async Task DeactivateAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(_silo.Options.DeactivationTimeout, _silo.Time);
            await ((IGrainBase)Instance).OnDeactivateAsync(_reason!.Value, limit.Token).WaitAsync(limit.Token);
        }
#pragma warning disable CA1031 // The end goes on whatever the grain throws.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogDeactivationFailed(Log, e, GrainId);
        }

        await EndAsync(null);
    }

    /// <param name="failure">Why the calls that wait are refused; null if a successor takes them.</param>
    private async Task EndAsync(Exception? failure)
    {
        DisposeTimers();
        await DisposeInstanceAsync();

        List<Turn> waiting;
        lock (_gate)
        {
            waiting = _waiting.TakeAll();
            waiting.RemoveAll(static turn => !turn.OutlivesActivation || turn.IsAbandoned);
            if (_silo.Catalog.Replace(this, failure is null ? waiting : []) && failure is null)
                waiting.Clear();
            _state = ActivationState.Invalid;
        }

        waiting.ForEach(turn => turn.Reject(failure ?? _silo.StoppedException()));
        _deactivated.TrySetResult();
    }

    private async Task DisposeInstanceAsync()
    {
        try
        {
            if (Instance is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else if (Instance is IDisposable disposable)
                disposable.Dispose();
            if (_scope is { } scope)
                await scope.DisposeAsync();
        }
#pragma warning disable CA1031 // As above.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogDeactivationFailed(Log, e, GrainId);
        }
    }
}
