using System.Globalization;

namespace ContentPages.Backends.Local.Media;

/// <summary>
/// What the second segment of a media address allows. <c>public</c>: what the gate lets everyone see. <c>{expiry}.{signature}</c>: everything below
/// the first three segments of the key until then (Unix seconds), so that relative references in playlists stay allowed.
/// </summary>
internal sealed class MediaGrants(SigningKey signing, TimeProvider time)
{
    public const string Public = "public";

    private const int PrefixSegments = 3;

    /// <summary>The prefix that a key's grant is for, or null for a key that is not below one.</summary>
    public static string? PrefixOf(string key)
    {
        var end = -1;
        for (var segment = 0; segment < PrefixSegments; segment++)
        {
            end = key.IndexOf('/', end + 1);
            if (end < 0) return null;
        }

        return key[..(end + 1)];
    }

    public string Sign(string prefix, DateTimeOffset expires) => $"{Seconds(expires)}.{Signature(prefix, Seconds(expires))}";

    public TicketVerdict Verify(string grant, string prefix)
    {
        var dot = grant.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !long.TryParse(grant[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            || !signing.Verify(grant[(dot + 1)..], Lines(prefix, grant[..dot])))
            return TicketVerdict.SignatureInvalid;
        return expires > time.GetUtcNow().ToUnixTimeSeconds() ? TicketVerdict.Valid : TicketVerdict.Expired;
    }

    private string Signature(string prefix, string expires) => signing.Sign(Lines(prefix, expires));

    private static string[] Lines(string prefix, string expires) => ["MEDIA", prefix, expires];

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
