namespace Orleans.Embedded.Tests;

public interface ILifeGrain : IGrainWithStringKey
{
    Task<int> Touch();

    Task End();

    Task EndAndLinger(string gate);

    Task Delay(TimeSpan time);

    Task<int> TouchAfter(string gate);
}

/// <summary>Writes down its life.</summary>
public sealed class LifeGrain(Journal journal, ScopeMark mark, Gates gates) : Grain, ILifeGrain, IDisposable
{
    private int _touched;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Assert.NotNull(mark);
        journal.Add($"{this.GetPrimaryKeyString()} activating");
        if (gates.FailActivation is { } failure)
            throw failure;
        await gates.Wait("activate");
        if (gates.EndWhileActivating)
            DeactivateOnIdle();
        journal.Add($"{this.GetPrimaryKeyString()} active");
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Add($"{this.GetPrimaryKeyString()} deactivating {reason.ReasonCode}");
        await gates.Wait("deactivate");
        journal.Add($"{this.GetPrimaryKeyString()} inactive");
    }

    public Task<int> Touch() => Task.FromResult(++_touched);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task EndAndLinger(string gate)
    {
        DeactivateOnIdle();
        await gates.Wait(gate);
        journal.Add("lingered");
    }

    public Task Delay(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public async Task<int> TouchAfter(string gate)
    {
        await gates.Wait(gate);
        return ++_touched;
    }

    public void Dispose() => journal.Add("grain disposed");
}
