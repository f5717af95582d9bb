namespace ContentPages.Web.Live.Delivery;

/// <summary>The connections of each account.</summary>
internal sealed class UserOutlets
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Outlet>> _users = new(StringComparer.Ordinal);

    public void Add(string? user, Outlet outlet)
    {
        if (user is null) return;
        lock (_gate)
        {
            if (!_users.TryGetValue(user, out var outlets)) _users[user] = outlets = new(1);
            outlets.Add(outlet);
        }
    }

    public void Remove(string? user, Outlet outlet)
    {
        if (user is null) return;
        lock (_gate)
        {
            if (_users.TryGetValue(user, out var outlets) && outlets.Remove(outlet) && outlets.Count == 0) _users.Remove(user);
        }
    }

    public IReadOnlyList<Outlet> Of(string user)
    {
        lock (_gate) return _users.TryGetValue(user, out var outlets) ? [.. outlets] : [];
    }
}
