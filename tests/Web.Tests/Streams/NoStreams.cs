using ContentPages.Catalog;
using ContentPages.Streams;

namespace ContentPages.Web.Tests.Streams;

/// <summary>A site where nobody streams.</summary>
internal sealed class NoStreams : ILiveStreamReader, IStreamAddresses
{
    public Task<LiveStreamSnapshot?> Get(string streamId, CancellationToken cancel = default) => Task.FromResult<LiveStreamSnapshot?>(null);

    public Task<Page<LiveStreamSnapshot>> List(StreamListQuery query, CancellationToken cancel = default) =>
        Task.FromResult(new Page<LiveStreamSnapshot>([], null));

    public StreamPlayback? Of(LiveStreamSnapshot stream) => null;

    public StreamPlayback? PreviewOf(LiveStreamSnapshot stream) => null;
}
