using System.Collections.Concurrent;
using ContentPages.Web.Live.Sockets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live.Delivery;

/// <summary>
/// Sends of a hub that wait for nobody: a send to a group only enqueues, its pump writes what has gathered to each member from one buffer, and each
/// connection's <see cref="Outlet"/> bounds what waits for it. All that goes to one group arrives in order, and so does all that goes to one
/// connection or account; between the two there is no order. Answers of connections are not asked for.
/// </summary>
internal sealed class GroupDelivery<THub> : HubLifetimeManager<THub>, IDisposable
    where THub : Hub
{
    private static readonly TimeSpan StallsAreLookedForEvery = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Outlet> _outlets = new(StringComparer.Ordinal);
    private readonly UserOutlets _users = new();
    private readonly Invocations _invocations;
    private readonly OutletRules _rules;
    private readonly DeliveryMetrics _metrics;
    private readonly Pump[] _pumps;
    private readonly ITimer _timer;

    public GroupDelivery(Invocations invocations, OutletRules rules, DeliveryMetrics metrics, IOptions<DeliveryOptions> options, TimeProvider clock)
    {
        (_invocations, _rules, _metrics) = (invocations, rules, metrics);
        // Pumps share nothing, so that none waits for another; half of the cores are left to whoever sends.
        _pumps = [.. Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount / 2, 1, 8)).Select(_ => new Pump(invocations, metrics, options, clock))];
        _timer = clock.CreateTimer(_ => DropStalled(), null, StallsAreLookedForEvery, StallsAreLookedForEvery);
    }

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        Outlet outlet;
        if (connection.Features.Get<SocketOutlet>() is { } socket)
        {
            socket.Hub = connection;
            outlet = socket;
        }
        else
        {
            outlet = new HubOutlet(connection, _rules);
        }

        _outlets[connection.ConnectionId] = outlet;
        _users.Add(connection.UserIdentifier, outlet);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (!_outlets.TryRemove(connection.ConnectionId, out var outlet)) return Task.CompletedTask;
        _users.Remove(connection.UserIdentifier, outlet);
        PumpOf(connection.ConnectionId).RemoveFromAll(outlet);
        if (outlet is HubOutlet) outlet.End();
        return Task.CompletedTask;
    }

    public override Task AddToGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default)
    {
        if (!_outlets.TryGetValue(connectionId, out var outlet)) return Task.CompletedTask;
        PumpOf(connectionId).Add(groupName, outlet);
        // It may have left in between, and what leaves only once would stay.
        if (!_outlets.ContainsKey(connectionId)) PumpOf(connectionId).RemoveFromAll(outlet);
        return Task.CompletedTask;
    }

    public override Task RemoveFromGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default)
    {
        if (_outlets.TryGetValue(connectionId, out var outlet)) PumpOf(connectionId).Remove(groupName, outlet);
        return Task.CompletedTask;
    }

    public override Task SendGroupAsync(string groupName, string methodName, object?[] args, CancellationToken cancellationToken = default)
    {
        var record = _invocations.Write(methodName, args);
        foreach (var pump in _pumps) pump.Send(groupName, record);
        return Task.CompletedTask;
    }

    public override Task SendGroupsAsync(IReadOnlyList<string> groupNames, string methodName, object?[] args, CancellationToken cancellationToken = default)
    {
        var record = _invocations.Write(methodName, args);
        foreach (var name in groupNames)
        foreach (var pump in _pumps)
            pump.Send(name, record);
        return Task.CompletedTask;
    }

    /// <summary>Goes past what waits for the group, as a send to its connections would.</summary>
    public override Task SendGroupExceptAsync(
        string groupName, string methodName, object?[] args, IReadOnlyList<string> excludedConnectionIds, CancellationToken cancellationToken = default)
    {
        var members = new List<Outlet>();
        foreach (var pump in _pumps) pump.CopyMembers(groupName, members);
        return Post(members, methodName, args, excludedConnectionIds);
    }

    public override Task SendAllAsync(string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Post(_outlets.Select(static outlet => outlet.Value), methodName, args, []);

    public override Task SendAllExceptAsync(
        string methodName, object?[] args, IReadOnlyList<string> excludedConnectionIds, CancellationToken cancellationToken = default) =>
        Post(_outlets.Select(static outlet => outlet.Value), methodName, args, excludedConnectionIds);

    public override Task SendConnectionAsync(string connectionId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        SendConnectionsAsync([connectionId], methodName, args, cancellationToken);

    public override Task SendConnectionsAsync(
        IReadOnlyList<string> connectionIds, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Post(connectionIds.Select(id => _outlets.GetValueOrDefault(id)).OfType<Outlet>(), methodName, args, []);

    public override Task SendUserAsync(string userId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Post(_users.Of(userId), methodName, args, []);

    public override Task SendUsersAsync(IReadOnlyList<string> userIds, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Post(userIds.SelectMany(_users.Of), methodName, args, []);

    public void Dispose()
    {
        _timer.Dispose();
        foreach (var pump in _pumps) pump.Dispose();
    }

    private Task Post(IEnumerable<Outlet> outlets, string method, object?[] arguments, IReadOnlyList<string> except)
    {
        Frame? frame = null;
        var count = 0;
        foreach (var outlet in outlets)
        {
            if (except.Count > 0 && except.Contains(outlet.ConnectionId)) continue;
            if (outlet.Post(frame ??= _invocations.Frame(method, arguments))) count++;
        }

        if (count > 0) _metrics.Delivered(1, count);
        return Task.CompletedTask;
    }

    private void DropStalled()
    {
        Endings.DropStalled(_outlets.Select(static outlet => outlet.Value));
        _rules.TellDrops();
    }

    private Pump PumpOf(string connectionId) => _pumps[(uint)connectionId.GetHashCode(StringComparison.Ordinal) % (uint)_pumps.Length];
}
