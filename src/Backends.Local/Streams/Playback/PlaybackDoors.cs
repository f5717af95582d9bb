using System.Collections.Concurrent;
using System.Globalization;
using ContentPages.Backends.Local.Media;
using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Local.Streams.Packaging.Output;
using ContentPages.Grains.Media;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Playback;

/// <summary>What a grant opens.</summary>
/// <param name="Expires">Unix seconds.</param>
/// <param name="CheckedAt">Unix seconds; when everyone was last seen to be let in.</param>
internal sealed record PlaybackDoor(LivePlayout Playout, PlayoutOutput Output, bool IsPublic, long Expires, long CheckedAt);

/// <summary>
/// Remembers which grants open what, so that thousands of requests with the same one are let through without a signature being computed.
/// Overflow policy: all are forgotten and checked again.
/// </summary>
internal sealed class PlaybackDoors(LivePlayouts playouts, MediaGrants grants, IMediaGate gate, TimeProvider time)
{
    public const string Preview = "preview";

    private const int MostDoors = 10_000;

    private readonly ConcurrentDictionary<string, PlaybackDoor> _doors = new(StringComparer.Ordinal);

    /// <param name="key"><c>{grant}/{streamId}/{session or preview}</c>.</param>
    /// <returns>Null when it has to be checked.</returns>
    public PlaybackDoor? Find(ReadOnlySpan<char> key)
    {
        if (!_doors.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var door) || door.Output.Retired) return null;
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return door.IsPublic ? (now <= door.CheckedAt + 1 ? door : null) : now < door.Expires ? door : null;
    }

    /// <returns>The door, or why it stays shut.</returns>
    public async ValueTask<(PlaybackDoor? Door, PlaybackProblem Problem)> Open(string key, CancellationToken cancel)
    {
        var parts = key.Split('/');
        var (grant, streamId, name) = (parts[0], parts[1], parts[2]);
        int? session = null;
        if (name != Preview)
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (null, PlaybackProblem.NotFound);
            session = number;
        }

        var prefix = $"{StreamKeys.Prefix(streamId)}{name}/";
        var isPublic = grant == MediaGrants.Public;
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (isPublic)
        {
            if (session is null || !ObjectKey.IsValidPrefix(prefix) || !await gate.IsPublic(prefix + RecordedFolder.Master, cancel)) return (null, PlaybackProblem.NotFound);
        }
        else
        {
            switch (grants.Verify(grant, prefix))
            {
                case TicketVerdict.SignatureInvalid: return (null, PlaybackProblem.SignatureInvalid);
                case TicketVerdict.Expired: return (null, PlaybackProblem.Expired);
                case TicketVerdict.Valid: break;
            }
        }

        if (playouts.Find(streamId) is not { } playout || playout.Find(session) is not { Retired: false } output) return (null, PlaybackProblem.NotFound);
        var expires = isPublic ? 0 : long.Parse(grant.AsSpan(0, grant.IndexOf('.', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
        var door = new PlaybackDoor(playout, output, isPublic, expires, now);
        if (_doors.Count >= MostDoors) _doors.Clear();
        return (_doors[key] = door, PlaybackProblem.None);
    }
}
