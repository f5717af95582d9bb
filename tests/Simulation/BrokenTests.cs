using ContentPages.Simulation.Broken;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation;

/// <summary>
/// The simulation can fail: each of these is a fault that somebody could build in, and is found out on seeds that are well without it.
/// </summary>
public sealed class BrokenTests
{
    private const int Seeds = 100;

    /// <summary>For faults that about one schedule in a hundred runs into.</summary>
    private const int MoreSeeds = 500;

    [Fact]
    public void ALogThatForgetsWhatItAcknowledged_IsFoundOut() => FoundOut(new() { ChatLog = log => new ForgetfulLog(log) });

    [Fact]
    public void AnAnswerBeforeTheAppend_IsFoundOut() => FoundOut(new() { ChatLog = log => new HastyLog(log) });

    [Fact]
    public void ARelayThatRepeats_IsFoundOut() => FoundOut(new() { Relay = batch => [batch, batch] });

    [Fact]
    public void ARelayThatLosesRemovals_IsFoundOut() => FoundOut(new() { Relay = batch => [batch with { Removed = [] }] });

    [Fact]
    public void ACatalogThatIgnoresVersions_IsFoundOut() => FoundOut(new() { Catalog = catalog => new CarelessCatalog(catalog) });

    [Fact]
    public void ARoomThatNeverAsksAgain_IsFoundOut() => FoundOut(new() { Chat = new() { HostSeconds = 600 } }, MoreSeeds);

    [Fact]
    public void ALogThatKeepsADeletedRoom_IsFoundOut() => FoundOut(new() { ChatLog = log => new KeepingLog(log) });

    // Somebody must take a review back, review that message again, and take the first back once more.
    [Fact]
    public void ALogThatForgetsWhatIsTakenBack_IsFoundOut() => FoundOut(new() { ChatLog = log => new UnmarkedLog(log) }, MoreSeeds);

    [Fact]
    public void ALogThatAcknowledgesWhatADeletedRoomIsSent_IsFoundOut() => FoundOut(new() { ChatLog = log => new PoliteLog(log) });

    [Fact]
    public void CoversThatAreNotRemoved_AreFoundOut() => FoundOut(new() { Objects = objects => new HoardingObjects(objects) });

    [Fact]
    public void CoversThatAreNotLookedFor_AreFoundOut() => FoundOut(new() { Objects = objects => new BlindObjects(objects) });

    [Fact]
    public void ReactionsThatAreToldTwice_AreFoundOut() => FoundOut(new()
    {
        Relay = batch => batch.Reactions.Count == 0 ? [batch] : [batch, batch with { From = batch.To + 1, Messages = [], Removed = [], Restored = [] }],
    });

    [Fact]
    public void ReactionsThatAreLost_AreFoundOut() => FoundOut(new() { Relay = batch => [batch with { Reactions = new Dictionary<string, int>() }] });

    private static void FoundOut(Variant broken, int seeds = Seeds)
    {
        for (var seed = 0UL; seed < (ulong)seeds; seed++)
        {
            if (Evening.Play(seed, broken).Failure is not null) return;
        }

        Assert.Fail($"{seeds} schedules, and nothing was noticed.");
    }
}
