using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What the broadcaster sees of the channel.</summary>
public sealed partial class LiveStreamGrain
{
    public Task<Result<StreamIngest>> GetIngest() => AskChannel(channels.GetIngest);

    public Task<Result<StreamIngest>> RotateKey() => AskChannel(channels.RotateKey);

    public Task<Result<StreamHealth>> GetHealth() => AskChannel<StreamHealth>(async (channel, cancel) =>
    {
        if (await channels.GetHealth(channel, cancel) is not { } health) return NoSignal;

        // The page asks every few seconds: a lost event is found out by it long before the sweeper comes.
        if (health.ConnectedSince is null != State.Signal.Present is null) await Observe();
        var advice = health.Advice.Concat(IngestAdvice.Of(health)).DistinctBy(a => a.Code);
        return health with { Advice = [.. advice] };
    });

    private async Task<Result<T>> AskChannel<T>(Func<string, CancellationToken, Task<T>> ask)
        where T : class
    {
        if (IsGone) return NotFound;
        try
        {
            if (State.Channel is null) await MakeChannel();
            return State.Channel is { } channel ? await ask(channel.ChannelId, CancellationToken.None) : Unavailable;
        }
        catch (Exception e) when (e is not Orleans.Storage.InconsistentStateException)
        {
            LogAskFailed(e, Id);
            return Unavailable;
        }
    }

    private static readonly StreamHealth NoSignal = new(null, null, 0, 0, 0, 0, 0, null, null, 0, [], []);

    private static readonly Rejection Unavailable = new(
        RejectionKind.Unavailable, "channel_unavailable", "The stream's channel does not answer at the moment. Try again in a moment.");
}
