using ContentPages.Grains.Media;
using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>Everything that was made of a public video; never what the artist sent.</summary>
internal sealed class VideoMediaOwner(IVideoReader videos) : IMediaOwner
{
    public string? OwnerOf(string key) => VideoKeys.TryParseOutput(key, out var videoId) ? videoId : null;

    public async Task<bool> IsPublic(string id, CancellationToken cancel) =>
        await videos.Get(id, cancel) is { Details.Visibility: Visibility.Public };
}
