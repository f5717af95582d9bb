using System.Globalization;
using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What the grain itself tells a broadcaster of what went wrong. What an encoder sent wrongly is told by the provider.</summary>
public static class StreamTroubles
{
    private const string NoSignal = "no_signal";
    private const string ChannelUnavailable = "channel_unavailable";

    /// <summary>A session was started and nothing came of it.</summary>
    /// <param name="wasReady">Whether the channel was ready and only the encoder was missing.</param>
    public static StreamTrouble NotStarted(bool wasReady, DateTimeOffset at) => wasReady
        ? new(NoSignal, "No signal arrived within 15 minutes of the start. Connect your encoder, look at the preview, then go live again.", at)
        : new(ChannelUnavailable, "Something is wrong on our side: the channel could not be made ready. Try to go live again later.", at);

    /// <summary>Whether another start makes it old.</summary>
    public static bool IsOfAStart(StreamTrouble? trouble) => trouble?.Code is NoSignal or ChannelUnavailable;

    /// <summary>The limits are in AWS's "Monitoring Amazon IVS Low-Latency Streaming"; an account-wide one is nothing that a broadcaster can mend.</summary>
    public static StreamTrouble Of(LimitReport limit) => limit.Limit.ToUpperInvariant() switch
    {
        "INGEST BITRATE" => new("limit_bitrate",
            $"Your encoder sends {Amount(limit.Value + limit.ExceededBy, limit.Unit)}, but at most {Amount(limit.Value, limit.Unit)} are taken. Lower its bitrate.", limit.At),
        "INGEST RESOLUTION" => new("limit_resolution", "Your encoder sends a larger picture than is taken. Set it to 1920x1080 or less.", limit.At),
        "CONCURRENT BROADCASTS" => new("limit_broadcasts", "Too many streams are on the air here at the moment. Try again later.", limit.At),
        "CONCURRENT VIEWERS" => new("limit_viewers", "So many watch at the moment that new viewers are turned away.", limit.At),
        _ => new("limit", $"A limit of the provider was exceeded: {limit.Limit}.", limit.At),
    };

    private static string Amount(double value, string unit)
    {
        var perSecond = unit.Replace("_", " ", StringComparison.Ordinal).ToUpperInvariant();
        return perSecond switch
        {
            "BITS" or "BPS" or "BITS PER SECOND" or "BITS/SECOND" => $"{Number(value / 1_000_000)} Mbit/s",
            "KBPS" => $"{Number(value / 1_000)} Mbit/s",
            "MBPS" => $"{Number(value)} Mbit/s",
            _ => $"{Number(value)} {unit}",
        };
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
