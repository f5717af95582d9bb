namespace Orleans.Embedded.Tests;

public interface IForeverGrain : IGrainWithStringKey
{
    Task Touch();
}

[KeepAlive]
public sealed class ForeverGrain : Grain, IForeverGrain
{
    public Task Touch() => Task.CompletedTask;
}

public interface IBriefGrain : IGrainWithStringKey
{
    Task Touch();
}

[CollectionAgeLimit(Minutes = 2)]
public sealed class BriefGrain : Grain, IBriefGrain
{
    public Task Touch() => Task.CompletedTask;
}
