using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live;

/// <summary>Refuses the calls of a connection that calls too often. A page that opens may call a few seconds' worth at once.</summary>
internal sealed class CallLimit(IOptions<LiveOptions> options, TimeProvider clock) : IHubFilter
{
    private const int BurstSeconds = 5;
    private readonly double _perSecond = options.Value.MaxCallsPerSecond;

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        IsWithin(invocationContext.Context) ? next(invocationContext) : throw new HubException("too_many_calls");

    // Calls of one connection come one at a time.
    private bool IsWithin(HubCallerContext connection)
    {
        var now = clock.GetTimestamp();
        var calls = LiveSession.Of(connection).Calls ??= new(_perSecond * BurstSeconds, now);
        calls.Left = Math.Min(_perSecond * BurstSeconds, calls.Left + (clock.GetElapsedTime(calls.At, now).TotalSeconds * _perSecond));
        calls.At = now;
        if (calls.Left < 1) return false;
        calls.Left--;
        return true;
    }
}

/// <param name="left">Calls that may come now.</param>
/// <param name="at">When that was so, as a timestamp of the clock.</param>
internal sealed class CallAllowance(double left, long at)
{
    public double Left { get; set; } = left;

    public long At { get; set; } = at;
}
