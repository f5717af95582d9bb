namespace Orleans.Embedded.Tests;

public sealed class CounterState
{
    public int Value { get; set; }
}

public interface IStateGrain : IGrainWithStringKey
{
    Task<int> Get();

    Task<string> Describe();

    Task Set(int value);

    Task SetWithoutWriting(int value);

    Task SetTwiceAtOnce(int value);

    Task Clear();

    Task SetAndForgive(int value);
}

public sealed class StateGrain(
    Journal journal,
    [PersistentState("counter", "test")] IPersistentState<CounterState> counter,
    [PersistentState("other")] IPersistentState<CounterState> other) : Grain, IStateGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        journal.Add($"active with {counter.State.Value}");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Add($"ended: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<int> Get() => Task.FromResult(counter.State.Value);

    public Task<string> Describe() => Task.FromResult($"{counter.State.Value} {counter.RecordExists} {counter.Etag ?? "none"} {other.State.Value}");

    public Task Set(int value)
    {
        counter.State.Value = value;
        return counter.WriteStateAsync();
    }

    public Task SetWithoutWriting(int value)
    {
        counter.State.Value = value;
        return Task.CompletedTask;
    }

    public async Task SetTwiceAtOnce(int value)
    {
        counter.State.Value = value;
        var first = counter.WriteStateAsync();
        counter.State.Value = value + 1;
        await Task.WhenAll(first, counter.WriteStateAsync());
    }

    public Task Clear() => counter.ClearStateAsync();

    public async Task SetAndForgive(int value)
    {
        try
        {
            await Set(value);
        }
        catch (Storage.InconsistentStateException)
        {
            await counter.ReadStateAsync();
        }
    }
}

public interface IMiddleGrain : IGrainWithStringKey
{
    Task Set(string key, int value);
}

/// <summary>Between a caller and the state grain: conflicts travel through it.</summary>
public sealed class MiddleGrain : Grain, IMiddleGrain
{
    public Task Set(string key, int value) => GrainFactory.GetGrain<IStateGrain>(key).Set(value);
}
