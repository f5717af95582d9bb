using ContentPages.Web.Accounts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live;

/// <summary>Ends connections from the server's side: says <c>bye</c> to all when this process stops, and closes those of revoked sessions.</summary>
internal sealed class LiveEndings(
    IHostApplicationLifetime lifetime, IHubContext<LiveHub, ILiveClient> hub, LiveConnections connections, Sessions sessions, IOptions<LiveOptions> options)
    : IHostedService
{
    private CancellationTokenRegistration _stopping;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        sessions.Revoked += connections.Abort;
        // Callbacks run last in, first out: registered once everything else is, it runs before the sockets are closed. It does not wait:
        // what fits into a socket's buffer goes out, and nobody holds up the stop.
        lifetime.ApplicationStarted.Register(() =>
            _stopping = lifetime.ApplicationStopping.Register(() => _ = hub.Clients.All.bye("drain", options.Value.RetryAfterDrain)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        sessions.Revoked -= connections.Abort;
        return _stopping.DisposeAsync().AsTask();
    }
}
