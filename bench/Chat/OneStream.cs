using ContentPages.Catalog;
using ContentPages.Streams;

namespace ContentPages.Bench.Chat;

/// <summary>Says that there is a public stream, whatever is asked for: rooms need no more of one.</summary>
internal sealed class OneStream : ILiveStreamReader
{
    public Task<LiveStreamSnapshot?> Get(string streamId, CancellationToken cancel = default) => Task.FromResult<LiveStreamSnapshot?>(new(
        streamId, "1", "owner", "The Measured Quartet", StreamStatus.Live, StreamSignal.Receiving, new StreamDetails("Live", "", Visibility.Public),
        default, default, null, null, null, null, 0, null));

    public Task<Page<LiveStreamSnapshot>> List(StreamListQuery query, CancellationToken cancel = default) =>
        Task.FromResult(new Page<LiveStreamSnapshot>([], null));
}
