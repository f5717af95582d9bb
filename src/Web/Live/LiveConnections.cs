using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live;

/// <summary>
/// Who is connected to this node's hub: bounds connections per address and per account, and ends those of an account whose sessions were revoked.
/// </summary>
internal sealed class LiveConnections(IOptions<LiveOptions> options)
{
    private readonly ConcurrentDictionary<string, HubCallerContext> _connections = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _perAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _perUser = new(StringComparer.Ordinal);

    public int Count => _connections.Count;

    /// <returns>False when the address or the account has too many connections; then nothing is kept.</returns>
    public bool TryAdd(HubCallerContext connection, string address)
    {
        lock (_gate)
        {
            if (_perAddress.GetValueOrDefault(address) >= options.Value.MaxConnectionsPerAddress) return false;
            if (connection.UserIdentifier is { } user && !TryCount(_perUser, user, options.Value.MaxConnectionsPerUser)) return false;
            TryCount(_perAddress, address, options.Value.MaxConnectionsPerAddress);
        }

        _connections[connection.ConnectionId] = connection;
        return true;
    }

    public void Remove(HubCallerContext connection, string address)
    {
        if (!_connections.TryRemove(connection.ConnectionId, out _)) return;
        lock (_gate)
        {
            Uncount(_perAddress, address);
            if (connection.UserIdentifier is { } user) Uncount(_perUser, user);
        }
    }

    public void Abort(string accountId)
    {
        foreach (var connection in _connections.Values)
            if (connection.UserIdentifier == accountId) connection.Abort();
    }

    private static bool TryCount(Dictionary<string, int> counts, string key, int max)
    {
        var count = counts.GetValueOrDefault(key);
        if (count >= max) return false;
        counts[key] = count + 1;
        return true;
    }

    private static void Uncount(Dictionary<string, int> counts, string key)
    {
        if (--counts[key] == 0) counts.Remove(key);
    }
}
