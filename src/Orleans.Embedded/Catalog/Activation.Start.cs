using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Embedded;

/// <summary>How an activation begins.</summary>
internal sealed partial class Activation
{
    private AsyncServiceScope? _scope;

    public void Start() => Scheduler.Post(static self => _ = ((Activation)self!).ActivateAsync(), this);

    private async Task ActivateAsync()
    {
        try
        {
            _scope = _silo.Services.CreateAsyncScope();
            ActivationServices = _scope.Value.ServiceProvider;
            var states = new List<PersistentState>();
            Instance = _class.CreateInstance(this, states);
            foreach (var state in states)
                await state.ReadAsync();

            using var limit = new CancellationTokenSource(_silo.Options.ActivationTimeout, _silo.Time);
            await ((IGrainBase)Instance).OnActivateAsync(limit.Token);
        }
#pragma warning disable CA1031 // Whatever fails here belongs to the calls that wait.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogActivationFailed(Log, e, GrainId);
            await EndAsync(e);
            return;
        }

        lock (_gate)
        {
            _state = ActivationState.Valid;
            _lastUsed = _silo.Time.GetTimestamp();
            DeactivateIfReady();
            LookForTurn();
        }
    }
}
