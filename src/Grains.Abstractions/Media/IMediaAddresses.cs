
namespace ContentPages.Media;

/// <summary>Where a player fetches an object.</summary>
/// <param name="Url">Absolute, or relative to the site's root. Relative references inside a playlist resolve against it and stay allowed.</param>
/// <param name="ExpiresAt">When the address stops working; null for public objects.</param>
public sealed record MediaAddress(string Url, DateTimeOffset? ExpiresAt);

/// <summary>Makes media addresses. Public objects get stable ones that caches can keep; all others get signed ones that expire.</summary>
public interface IMediaAddresses
{
    /// <param name="prefix">The object-store prefix that the address opens, ending in <c>/</c>.</param>
    /// <param name="name">The object below the prefix.</param>
    MediaAddress Of(string prefix, string name, Visibility visibility);
}
