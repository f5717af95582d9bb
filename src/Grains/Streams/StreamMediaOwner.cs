using ContentPages.Grains.Media;
using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>Sessions and covers of a public stream; its preview is for its owner alone.</summary>
internal sealed class StreamMediaOwner(ILiveStreamReader streams) : IMediaOwner
{
    public string? OwnerOf(string key) =>
        StreamKeys.TryParse(key, out var streamId) && !key.StartsWith(StreamKeys.Preview(streamId), StringComparison.Ordinal) ? streamId : null;

    public async Task<bool> IsPublic(string id, CancellationToken cancel) =>
        await streams.Get(id, cancel) is { Details.Visibility: Visibility.Public };
}
