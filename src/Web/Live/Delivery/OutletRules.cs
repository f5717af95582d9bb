using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live.Delivery;

/// <summary>What all outlets share: their bounds, and what slow ones are told.</summary>
internal sealed partial class OutletRules(
    Invocations invocations, DeliveryMetrics metrics, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<OutletRules> log)
{
    private const string TooSlow = "too_slow";
    private const string TooLarge = "message_too_large";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly TimeSpan _maxStall = TimeSpan.FromSeconds(options.Value.StallSeconds);

    public int MaxWaitingBytes { get; } = options.Value.MaxWaitingBytes;

    public int MaxWaitingFrames { get; } = options.Value.MaxWaitingFrames;

    public int MaxSkips { get; } = options.Value.MaxSkipsPerMinute;

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
        LogDropped(connectionId);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connection {ConnectionId} was too slow and is dropped")]
    private partial void LogDropped(string connectionId);
}
