using Orleans.Concurrency;

namespace Orleans.Embedded.Tests;

public interface ICallGrain : IGrainWithStringKey
{
    Task<int> Echo(int value);

    ValueTask<string?> EchoValue(string? value);

    ValueTask Nothing();

    Task<T> Generic<T>(T value);

    Task<int> ThrowAtOnce();

    Task ThrowLater();

    [OneWay]
    Task Fire(string gate);

    Task<string> WaitFor(string gate, CancellationToken cancellationToken);

    Task<string> WaitForCancellation(CancellationToken cancellationToken);

    Task Hang(string gate);
}

public sealed class CallGrain(Journal journal, Gates gates, TimeProvider time) : Grain, ICallGrain
{
    public Task<int> Echo(int value) => Task.FromResult(value);

    public ValueTask<string?> EchoValue(string? value) => new(value);

    public async ValueTask Nothing() => await Task.Yield();

    public Task<T> Generic<T>(T value) => Task.FromResult(value);

    public Task<int> ThrowAtOnce() => throw new InvalidDataException("at once");

    public async Task ThrowLater()
    {
        await Task.Yield();
        throw new InvalidDataException("later");
    }

    public async Task Fire(string gate)
    {
        await gates.Wait(gate);
        journal.Add("fired");
        throw new InvalidDataException("misfired");
    }

    public async Task<string> WaitFor(string gate, CancellationToken cancellationToken)
    {
        await gates.Wait(gate).WaitAsync(cancellationToken);
        return gate;
    }

    public async Task<string> WaitForCancellation(CancellationToken cancellationToken)
    {
        cancellationToken.Register(() => journal.Add($"canceled inside: {ReferenceEquals(RuntimeContext.Current, GrainContext)}"));
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
        finally
        {
            journal.Add($"unwound inside: {ReferenceEquals(RuntimeContext.Current, GrainContext)}");
        }

        return "never";
    }

    public async Task Hang(string gate)
    {
        await gates.Wait(gate);
        journal.Add("went on");
    }
}
