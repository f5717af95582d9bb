namespace Orleans.Embedded.Tests;

public interface IAsyncLocalGrain : IGrainWithStringKey
{
    Task<string?> Get();
}

public sealed class AsyncLocalGrain : Grain, IAsyncLocalGrain
{
    public static Func<string?> Read { get; set; } = () => null;

    public async Task<string?> Get()
    {
        await Task.Yield();
        return Read();
    }
}
