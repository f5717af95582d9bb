using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>Whose connections are in which room on this node, and how each account stands there. Bounded by the connections and their joins.</summary>
internal sealed class RoomMembers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, Member>> _rooms = new(StringComparer.Ordinal);

    /// <summary>Every call needs one <see cref="Leave"/>.</summary>
    public void Enter(string streamId, string userId)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(streamId, out var room)) _rooms[streamId] = room = new(StringComparer.Ordinal);
            if (!room.TryGetValue(userId, out var member)) room[userId] = member = new();
            member.Connections++;
        }
    }

    public void Leave(string streamId, string userId)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(streamId, out var room) || !room.TryGetValue(userId, out var member) || --member.Connections > 0) return;
            room.Remove(userId);
            if (room.Count == 0) _rooms.Remove(streamId);
        }
    }

    /// <summary>How somebody stands, as far as this node has been told; null when it has not, or when that person is not here.</summary>
    public ChatStanding? Find(string streamId, string userId)
    {
        lock (_gate) return MemberOf(streamId, userId)?.Standing;
    }

    /// <summary>Takes what was asked for, unless a change has come since.</summary>
    /// <param name="before"><see cref="Find"/> from before it was asked for.</param>
    /// <returns>What holds now.</returns>
    public ChatStanding Learn(string streamId, string userId, ChatStanding? before, ChatStanding asked)
    {
        lock (_gate)
        {
            if (MemberOf(streamId, userId) is not { } member) return asked;
            if (member.Standing is null || ReferenceEquals(member.Standing, before)) member.Standing = asked;
            return member.Standing;
        }
    }

    /// <returns>Whether that person is here.</returns>
    public bool Change(string streamId, string userId, ChatStanding standing)
    {
        lock (_gate)
        {
            if (MemberOf(streamId, userId) is not { } member) return false;
            member.Standing = standing;
            return true;
        }
    }

    /// <summary>Owner and moderators who are here.</summary>
    public IReadOnlyList<string> ModeratorsOf(string streamId)
    {
        lock (_gate)
        {
            return _rooms.TryGetValue(streamId, out var room)
                ? [.. room.Where(static member => member.Value.Standing is { Role: not ChatRole.Viewer }).Select(static member => member.Key)]
                : [];
        }
    }

    private Member? MemberOf(string streamId, string userId) => _rooms.GetValueOrDefault(streamId)?.GetValueOrDefault(userId);

    private sealed class Member
    {
        public int Connections { get; set; }

        public ChatStanding? Standing { get; set; }
    }
}
