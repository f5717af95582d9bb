namespace ContentPages.Web.Live.Delivery;

/// <summary>Connections of one pump that get the same messages, and what waits for them. Guarded by the pump.</summary>
internal sealed class Group(string name)
{
    private const int MaxKept = 16 * 1024;
    private Outlet[] _members = new Outlet[4];
    private byte[] _records = [];
    private int _length;

    public string Name { get; } = name;

    public int Members { get; private set; }

    /// <summary>Messages that wait.</summary>
    public int Messages { get; private set; }

    /// <summary>Members that took the last flush. The others do not read, and cost nothing.</summary>
    public int Takers { get; set; }

    public long FlushedAt { get; private set; } = long.MinValue / 2;

    public void Add(Outlet member)
    {
        if (Members == _members.Length) Array.Resize(ref _members, Members * 2);
        _members[Members++] = member;
    }

    public void Remove(Outlet member)
    {
        // By reference, which Array.IndexOf would not: rooms have thousands of members.
        var index = 0;
        while (!ReferenceEquals(_members[index], member)) index++;
        _members[index] = _members[--Members];
        _members[Members] = null!;
    }

    /// <returns>False when it would be too much; then nothing is kept.</returns>
    public bool TryAppend(ReadOnlySpan<byte> record, int maxBytes)
    {
        if (_length > 0 && _length + record.Length > maxBytes) return false;
        if (_length + record.Length > _records.Length) Array.Resize(ref _records, Math.Max(1024, (_length + record.Length) * 2));
        record.CopyTo(_records.AsSpan(_length));
        _length += record.Length;
        Messages++;
        return true;
    }

    public void CopyTo(List<Outlet> members) => members.AddRange(_members.AsSpan(0, Members));

    public void Forget() => (_length, Messages) = (0, 0);

    /// <summary>Takes what waits as one frame, and copies the members.</summary>
    public (Frame Frame, int Messages) Take(ref Outlet[] members, long now)
    {
        if (members.Length < Members) members = new Outlet[Members * 2];
        Array.Copy(_members, members, Members);
        var taken = (new Frame(_records.AsSpan(0, _length)), Messages);
        Forget();
        FlushedAt = now;
        if (_records.Length > MaxKept) _records = [];
        return taken;
    }
}
