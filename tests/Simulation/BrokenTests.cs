using ContentPages.Simulation.Broken;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation;

/// <summary>
/// The simulation can fail: each of these is a fault that somebody could build in, and is found out on seeds that are well without it.
/// </summary>
public sealed class BrokenTests
{
    private const int Seeds = 100;

    [Fact]
    public void ALogThatForgetsWhatItAcknowledged_IsFoundOut() => FoundOut(new() { ChatLog = log => new ForgetfulLog(log) });

    [Fact]
    public void AnAnswerBeforeTheAppend_IsFoundOut() => FoundOut(new() { ChatLog = log => new HastyLog(log) });

    [Fact]
    public void ARelayThatRepeats_IsFoundOut() => FoundOut(new() { Relay = batch => [batch, batch] });

    [Fact]
    public void ARelayThatLosesRemovals_IsFoundOut() => FoundOut(new() { Relay = batch => [batch with { Removed = [] }] });

    private static void FoundOut(Variant broken)
    {
        for (var seed = 0UL; seed < Seeds; seed++)
        {
            if (Evening.Play(seed, broken).Failure is not null) return;
        }

        Assert.Fail($"{Seeds} schedules, and nothing was noticed.");
    }
}
