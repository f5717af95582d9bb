using System.Security.Claims;
using ContentPages.Streams;
using ContentPages.Web.Accounts;

namespace ContentPages.Web.Streams;

/// <summary>Finds streams for callers: what a caller may not see is not there.</summary>
internal sealed class StreamLookup(ILiveStreamReader streams, IClusterClient grains)
{
    public Task<LiveStreamSnapshot?> Find(string id, ClaimsPrincipal user, CancellationToken cancel) => Find(id, user.AccountId(), cancel);

    /// <summary>A stream that the caller may see, as stored, or null.</summary>
    public async Task<LiveStreamSnapshot?> Find(string id, string? callerId, CancellationToken cancel) =>
        await streams.Get(id, cancel) is { } stream && StreamViews.CanSee(stream, callerId) ? stream : null;

    /// <summary>The same as its grain knows it, when more is going on than what is stored: how many watch, how the signal is.</summary>
    public async Task<LiveStreamSnapshot?> FindNow(string id, string? callerId, CancellationToken cancel)
    {
        if (await Find(id, callerId, cancel) is not { } stream) return null;
        if (stream.Signal is StreamSignal.None && stream.Status is not (StreamStatus.Starting or StreamStatus.Live or StreamStatus.Reconnecting)) return stream;
        var now = await grains.GetGrain<ILiveStreamGrain>(id).Get();
        return now.Ok && StreamViews.CanSee(now.Value, callerId) ? now.Value : null;
    }

    /// <summary>The caller's own stream, or null: that another's exists is none of the caller's business.</summary>
    public async Task<LiveStreamSnapshot?> FindOwn(string id, ClaimsPrincipal user, CancellationToken cancel) =>
        await streams.Get(id, cancel) is { } stream && StreamViews.IsOwner(stream, user.AccountId()) ? stream : null;
}
