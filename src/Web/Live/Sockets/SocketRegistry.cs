using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace ContentPages.Web.Live.Sockets;

/// <summary>All connections of this road: one timer for their pings and timeouts, and their end when the server stops.</summary>
internal sealed class SocketRegistry : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<SocketConnection, bool> _connections = new();
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _stopping;
    private int _isBeating;

    public SocketRegistry(IHostApplicationLifetime lifetime, TimeProvider clock)
    {
        _timer = clock.CreateTimer(_ => BeatAll(), null, Beat, Beat);
        // Registered before anybody is told that the server stops, so it runs after that.
        _stopping = lifetime.ApplicationStopping.UnsafeRegister(
            static registry => ThreadPool.UnsafeQueueUserWorkItem(static registry => registry.StopAll(), (SocketRegistry)registry!, preferLocal: false), this);
    }

    public void Add(SocketConnection connection) => _connections[connection] = true;

    public void Remove(SocketConnection connection) => _connections.TryRemove(connection, out _);

    public void Dispose()
    {
        _stopping.Dispose();
        _timer.Dispose();
    }

    private void BeatAll()
    {
        // A round that takes long must not be overtaken by the next one.
        if (Interlocked.Exchange(ref _isBeating, 1) == 1) return;
        foreach (var (connection, _) in _connections) connection.Beat();
        Volatile.Write(ref _isBeating, 0);
    }

    private void StopAll()
    {
        foreach (var (connection, _) in _connections) connection.GoAway();
    }
}
