using System.Globalization;
using ContentPages.Backends.Local.Media;
using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Streams;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Streams.Playback;

/// <summary>
/// Addresses relative to the site's root. Signed ones last at least <see cref="PackagingOptions.AddressSeconds"/> and are the same for everybody
/// within an hour.
/// </summary>
internal sealed class LocalStreamAddresses(LivePlayouts playouts, MediaGrants grants, IOptions<PackagingOptions> options, TimeProvider time) : IStreamAddresses
{
    private const string Kind = "hls";

    public StreamPlayback? Of(LiveStreamSnapshot stream) => stream is { Status: StreamStatus.Live or StreamStatus.Reconnecting, Session: { } session }
        ? Of(stream.Id, session.Number.ToString(CultureInfo.InvariantCulture), stream.Details.Visibility is Visibility.Public)
        : null;

    public StreamPlayback? PreviewOf(LiveStreamSnapshot stream) => stream.ChannelId is null ? null : Of(stream.Id, PlaybackDoors.Preview, isPublic: false);

    private StreamPlayback Of(string streamId, string name, bool isPublic)
    {
        DateTimeOffset? expires = null;
        var grant = MediaGrants.Public;
        if (!isPublic)
        {
            var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600 * 3600;
            expires = DateTimeOffset.FromUnixTimeSeconds(hour).AddHours(1).AddSeconds(options.Value.AddressSeconds);
            grant = grants.Sign($"{StreamKeys.Prefix(streamId)}{name}/", expires.Value);
        }

        var root = $"{LivePlayback.Root}{grant}/{streamId}/{name}/";
        var poster = playouts.Find(streamId)?.Poster is null ? null : root + RecordedFolder.PosterName;
        return new StreamPlayback(Kind, root + RecordedFolder.Master, poster, expires);
    }
}
