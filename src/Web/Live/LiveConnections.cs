using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live;

/// <summary>Who is connected to this node's hub: bounds connections per address, and ends those of an account whose sessions were revoked.</summary>
internal sealed class LiveConnections(IOptions<LiveOptions> options)
{
    private readonly ConcurrentDictionary<string, HubCallerContext> _connections = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _perAddress = new(StringComparer.Ordinal);

    public int Count => _connections.Count;

    /// <returns>False when the address has too many connections; then nothing is kept.</returns>
    public bool TryAdd(HubCallerContext connection, string address)
    {
        lock (_gate)
        {
            var count = _perAddress.GetValueOrDefault(address);
            if (count >= options.Value.MaxConnectionsPerAddress) return false;
            _perAddress[address] = count + 1;
        }

        _connections[connection.ConnectionId] = connection;
        return true;
    }

    public void Remove(HubCallerContext connection, string address)
    {
        if (!_connections.TryRemove(connection.ConnectionId, out _)) return;
        lock (_gate)
        {
            if (--_perAddress[address] == 0) _perAddress.Remove(address);
        }
    }

    public void Abort(string accountId)
    {
        foreach (var connection in _connections.Values)
            if (connection.UserIdentifier == accountId) connection.Abort();
    }
}
