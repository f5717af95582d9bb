namespace Orleans.Embedded.Tests;

public interface IResumeGrain : IGrainWithStringKey
{
    /// <summary>Awaits in many ways, and counts how often it came back elsewhere than into its activation.</summary>
    Task<int> AwaitInManyWays();

    /// <summary>Adds one to a field in a way that loses updates if two turns ever overlap.</summary>
    Task<int> AddSlowly();
}

public sealed class ResumeGrain(TimeProvider time) : Grain, IResumeGrain
{
    private int _strayed;
    private int _sum;

    public async Task<int> AwaitInManyWays()
    {
        Check();
        await Task.Yield();
        Check();
        await Task.Delay(TimeSpan.FromMilliseconds(1), time);
        Check();
        await Task.Run(static () => Assert.Null(RuntimeContext.Current));
        Check();
        await Task.WhenAll(Task.Run(static () => { }), Task.Delay(TimeSpan.FromMilliseconds(1), time));
        Check();
        await GrainFactory.GetGrain<ICallerGrain>("other").Key();
        Check();
        await Nested();
        Check();
        return _strayed;
    }

    public async Task<int> AddSlowly()
    {
        var before = _sum;
        await Task.Yield();
        _sum = before + 1;
        return _sum;
    }

    private async Task Nested()
    {
        await Task.Run(static () => { });
        Check();
    }

    private void Check()
    {
        if (!ReferenceEquals(RuntimeContext.Current, GrainContext))
            _strayed++;
    }
}
