using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live.Delivery;

/// <summary>What all outlets share: their bounds, and what slow ones are told.</summary>
internal sealed partial class OutletRules(
    Invocations invocations, DeliveryMetrics metrics, Endings endings, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<OutletRules> log)
{
    private const string TooSlow = "too_slow";
    private const string TooLarge = "message_too_large";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private int _dropsToTell;
    private readonly TimeSpan _maxStall = TimeSpan.FromSeconds(options.Value.StallSeconds);

    public int MaxWaitingBytes { get; } = options.Value.MaxWaitingBytes;

    public int MaxWaitingFrames { get; } = options.Value.MaxWaitingFrames;

    public int MaxSkips { get; } = options.Value.MaxSkipsPerMinute;

    public Endings Endings => endings;

    public Frame Gap { get; } = invocations.Frame("gap");

    public Frame ByeTooSlow { get; } = invocations.Frame("bye", TooSlow, options.Value.RetryAfterTooSlow);

    public Frame ByeTooLarge { get; } = invocations.Frame("bye", TooLarge, 0);

    public long Now() => clock.GetTimestamp();

    public bool IsStalled(long since) => clock.GetElapsedTime(since) >= _maxStall;

    public bool IsOverAMinute(long since) => clock.GetElapsedTime(since) >= Minute;

    public void Skipped() => metrics.Skipped();

    public void DroppedAsTooSlow(string connectionId)
    {
        metrics.Dropped(TooSlow);
        Interlocked.Increment(ref _dropsToTell);
        LogDropped(connectionId);
    }

    /// <summary>To be called now and then: one line for all that were dropped since, since they may be many.</summary>
    public void TellDrops()
    {
        if (Interlocked.Exchange(ref _dropsToTell, 0) is > 0 and var count) LogDrops(count);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Connection {ConnectionId} was too slow and is dropped")]
    private partial void LogDropped(string connectionId);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} connections were too slow and are dropped")]
    private partial void LogDrops(int count);
}
