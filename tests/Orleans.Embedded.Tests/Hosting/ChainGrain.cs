namespace Orleans.Embedded.Tests;

public interface IChainGrain : IGrainWithStringKey
{
    Task<string> CallNextAfter(string gate, string next);

    Task<string> Name();
}

public sealed class ChainGrain(Gates gates) : Grain, IChainGrain
{
    public async Task<string> CallNextAfter(string gate, string next)
    {
        await gates.Wait(gate);
        return await GrainFactory.GetGrain<IChainGrain>(next).Name();
    }

    public Task<string> Name() => Task.FromResult(this.GetPrimaryKeyString());
}
