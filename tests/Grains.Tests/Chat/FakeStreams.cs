using System.Collections.Concurrent;
using ContentPages.Catalog;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>Streams that are there because a test says so.</summary>
internal sealed class FakeStreams : ILiveStreamReader
{
    public ConcurrentDictionary<string, LiveStreamSnapshot> All { get; } = new();

    public bool IsDown { get; set; }

    /// <summary>What an answer waits for on its way.</summary>
    public Func<string, Task>? BeforeAnswer { get; set; }

    public void Add(string id, string ownerId, Visibility visibility) => All[id] = new(
        id, "1", ownerId, "Ada", StreamStatus.Live, StreamSignal.Receiving, new StreamDetails("Tonight", "", visibility),
        default, default, null, null, null, null, 0, null);

    public async Task<LiveStreamSnapshot?> Get(string streamId, CancellationToken cancel = default)
    {
        if (IsDown) throw new IOException("The catalog is away.");
        var found = All.GetValueOrDefault(streamId);
        if (BeforeAnswer is { } before) await before(streamId);
        return found;
    }

    public Task<Page<LiveStreamSnapshot>> List(StreamListQuery query, CancellationToken cancel = default) =>
        Task.FromResult(new Page<LiveStreamSnapshot>([.. All.Values], null));
}
