using ContentPages.Media;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Media;

/// <summary>
/// Addresses relative to the site's root. Signed ones last at least <see cref="ObjectStoreOptions.MediaLifetime"/> and are the same for everybody within
/// an hour, so that a page that is loaded again finds its segments in the browser's cache.
/// </summary>
internal sealed class DiskMediaAddresses(MediaGrants grants, IOptions<ObjectStoreOptions> options, TimeProvider time) : IMediaAddresses
{
    public MediaAddress Of(string prefix, string name, Visibility visibility)
    {
        var key = prefix + name;
        ObjectKey.Check(key);
        if (visibility is Visibility.Public) return new MediaAddress($"/media/{MediaGrants.Public}/{key}", null);
        var granted = MediaGrants.PrefixOf(key) ?? throw new ArgumentException("Media lies at least three folders deep.", nameof(prefix));
        var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600 * 3600;
        var expires = DateTimeOffset.FromUnixTimeSeconds(hour).AddHours(1) + options.Value.MediaLifetime;
        return new MediaAddress($"/media/{grants.Sign(granted, expires)}/{key}", expires);
    }
}
