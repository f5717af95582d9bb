using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Live;

/// <summary>Answers what nobody expects with a code and logs it. Refusals are no failures and go their way unlogged.</summary>
internal sealed partial class LiveFailures(ILogger<LiveFailures> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception e) when (e is not HubException)
        {
            // A caller who has left is no failure either.
            if (!invocationContext.Context.ConnectionAborted.IsCancellationRequested) LogUnexpected(e, invocationContext.HubMethodName);
            throw new HubException(e is TimeoutException ? "unavailable" : "internal_error");
        }
    }
}
