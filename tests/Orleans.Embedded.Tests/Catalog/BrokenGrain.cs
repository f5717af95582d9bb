namespace Orleans.Embedded.Tests;

public interface IBrokenGrain : IGrainWithStringKey
{
    Task Touch();
}

public sealed class BrokenGrain : Grain, IBrokenGrain
{
    public BrokenGrain() => throw new NotSupportedException("broken");

    public Task Touch() => Task.CompletedTask;
}
