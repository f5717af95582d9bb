namespace Orleans.Embedded.Tests;

public interface ICallerGrain : IGrainWithStringKey
{
    Task<string> Key();

    Task<string> CallMyself();

    Task<string> CallThrough(string other);

    /// <summary>Asks whoever is given for its key.</summary>
    Task<string> Ask(ICallerGrain other);

    Task<bool> IsReference(ICallerGrain other);

    /// <summary>Passes itself, as an object, to another, and tells whether that got a reference.</summary>
    Task<bool> IntroduceMyselfTo(string other);
}

public sealed class CallerGrain : Grain, ICallerGrain
{
    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public Task<string> CallMyself() => this.AsReference<ICallerGrain>().Key();

    public Task<string> CallThrough(string other) => GrainFactory.GetGrain<ICallerGrain>(other).Ask(this.AsReference<ICallerGrain>());

    public Task<string> Ask(ICallerGrain other) => other.Key();

    public Task<bool> IsReference(ICallerGrain other) => Task.FromResult(other is GrainReference);

    public Task<bool> IntroduceMyselfTo(string other) => GrainFactory.GetGrain<ICallerGrain>(other).IsReference(this);
}
