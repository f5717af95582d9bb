using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded;

/// <summary>Turns: each is a task of the scheduler, and starts only when the gate lets it.</summary>
internal sealed partial class Activation
{
    private readonly TurnQueue _waiting = new();
    private readonly TurnGate _turns;

    /// <summary>A task that looks for the next turn is queued.</summary>
    private bool _isLooking;

    /// <summary>Takes a turn from any thread; false if the activation has ended.</summary>
    public bool TryReceive(Turn turn)
    {
        lock (_gate)
        {
            if (_state == ActivationState.Invalid || (_state == ActivationState.Deactivating && !turn.OutlivesActivation))
                return false;
            if (_waiting.Count < _silo.Options.MaxQueuedCalls)
            {
                _waiting.Enqueue(turn);
                LookForTurn();
                return true;
            }
        }

        turn.Reject(new LimitExceededException(
            $"{_silo.Options.MaxQueuedCalls} calls wait for {GrainId} already; the newest, {turn.Name}, is refused."));
        return true;
    }

    private void LookForTurn()
    {
        if (_isLooking || _state != ActivationState.Valid || !_waiting.HasUnseen)
            return;
        _isLooking = true;
        Scheduler.Post(static self => ((Activation)self!).RunTurn(), this);
    }

    private void RunTurn()
    {
        var turn = NextTurn();
        if (turn is not null)
            Run(turn);

        lock (_gate)
        {
            _isLooking = false;
            LookForTurn();
            DeactivateIfReady();
        }
    }

    private Turn? NextTurn()
    {
        lock (_gate)
        {
            while (_state == ActivationState.Valid && _waiting.Take(_turns) is { } turn)
            {
                if (turn.IsAbandoned)
                    continue;
                _turns.Enter(turn);
                return turn;
            }

            return null;
        }
    }

    private void Run(Turn turn)
    {
        Task task;
        try
        {
            task = turn.InvokeAsync(this);
        }
#pragma warning disable CA1031 // Whatever a grain throws belongs to its caller.
        catch (Exception e)
#pragma warning restore CA1031
        {
            task = Task.FromException(e);
        }

        if (task.IsCompleted)
            End(turn, task);
        else
            _ = EndLaterAsync(turn, task);
    }

    private async Task EndLaterAsync(Turn turn, Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        End(turn, task);
    }

    private void End(Turn turn, Task task)
    {
        if (task.IsFaulted)
            OnFailure(turn, task.Exception!.InnerException!);
        turn.Complete(task);

        lock (_gate)
        {
            if (turn.KeepsAlive)
                _lastUsed = _silo.Time.GetTimestamp();
            _turns.Leave(turn);
            _waiting.LookAgain();
            LookForTurn();
            DeactivateIfReady();
        }
    }

    private void OnFailure(Turn turn, Exception failure)
    {
        if (turn.IsUnattended)
            LogUnattendedFailure(Log, failure, turn.Name, GrainId);

        // What the grain holds is not what is stored, so it must be read anew. The exception goes on to callers, who are not to blame.
        if (failure is InconsistentStateException { IsSourceActivation: true } conflict)
        {
            conflict.IsSourceActivation = false;
            LogInconsistentState(Log, conflict, turn.Name, GrainId);
            Deactivate(new(DeactivationReasonCode.ApplicationError, conflict, "The stored state is not the one that was read."));
        }
    }
}
