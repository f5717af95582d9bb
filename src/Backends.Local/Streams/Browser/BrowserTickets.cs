using System.Globalization;
using ContentPages.Backends.Local.Media;
using ContentPages.Backends.Local.Streams.Channels;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Streams.Browser;

/// <summary>Addresses for broadcasting from the browser. The stream key is signed too, so that a new key ends them.</summary>
internal sealed class BrowserTickets(SigningKey signing, IOptions<IngestOptions> options, TimeProvider time)
{
    public const string Path = "/ingest/browser/";

    public (string Url, DateTimeOffset? Expires) For(string streamId, string secret)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()).AddHours(options.Value.BrowserHours);
        var seconds = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ($"{Path}{streamId}?token={seconds}.{signing.Sign(Lines(streamId, secret, seconds))}", expires);
    }

    public TicketVerdict Verify(string? token, string streamId, string secret)
    {
        var dot = token?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 0 || !long.TryParse(token.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            || !signing.Verify(token![(dot + 1)..], Lines(streamId, secret, token[..dot])))
            return TicketVerdict.SignatureInvalid;
        return expires > time.GetUtcNow().ToUnixTimeSeconds() ? TicketVerdict.Valid : TicketVerdict.Expired;
    }

    private static string[] Lines(string streamId, string secret, string expires) => ["INGEST", streamId, secret, expires];
}
