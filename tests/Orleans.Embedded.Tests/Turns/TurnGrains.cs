using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace Orleans.Embedded.Tests;

/// <summary>Methods that write down when they begin and end, and wait at a gate of their name in between.</summary>
public interface ITurnGrain : IGrainWithStringKey
{
    Task Work(string name);

    [ReadOnly]
    Task Read(string name);

    [AlwaysInterleave]
    Task Interleave(string name);
}

public interface IPlainTurnGrain : ITurnGrain;

public interface IReentrantTurnGrain : ITurnGrain;

public interface IPickyTurnGrain : ITurnGrain;

public abstract class TurnGrain(Journal journal, Gates gates) : Grain
{
    public Task Work(string name) => Step(name);

    public Task Read(string name) => Step(name);

    public Task Interleave(string name) => Step(name);

    private async Task Step(string name)
    {
        journal.Add($"{name}(");
        await gates.Wait(name);
        journal.Add($"){name}");
    }
}

public sealed class PlainTurnGrain(Journal journal, Gates gates) : TurnGrain(journal, gates), IPlainTurnGrain;

[Reentrant]
public sealed class ReentrantTurnGrain(Journal journal, Gates gates) : TurnGrain(journal, gates), IReentrantTurnGrain;

[MayInterleave(nameof(IsPolite))]
public sealed class PickyTurnGrain(Journal journal, Gates gates) : TurnGrain(journal, gates), IPickyTurnGrain
{
    public static bool IsPolite(IInvokable call) =>
        call.GetMethodName() == nameof(Work) && call.GetArgumentCount() == 1 && Equals(call.GetArgument(0), "polite");
}
