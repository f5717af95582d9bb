using System.Globalization;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>What an encoder sends that is more than the channel takes.</summary>
/// <param name="Name">IVS's <c>limit_name</c>.</param>
internal sealed record LimitBreach(string Name, double Limit, double ExceededBy, string Unit);

/// <summary>
/// Compares a connection with the limits. Each breach is told once until it is over; what is so far above that it would hurt others is given as a trouble,
/// for which the encoder is dropped.
/// </summary>
internal sealed class LimitWatch(IngestOptions options)
{
    private bool _bitrate;
    private (int Width, int Height) _size;

    /// <summary>The breaches that are new since the last look.</summary>
    /// <param name="kbps">Over the last 5 s.</param>
    /// <param name="refused">Set when the encoder must go.</param>
    public IReadOnlyList<LimitBreach> Look(double kbps, int width, int height, DateTimeOffset now, out StreamTrouble? refused)
    {
        var breaches = new List<LimitBreach>();
        refused = null;
        if (kbps > 2.0 * options.MaxBitrateKbps)
        {
            refused = new StreamTrouble("bitrate", Sentence(
                $"The encoder sends {kbps / 1000:0} Mbit/s; this server takes at most {options.MaxBitrateKbps / 1000.0:0.#} Mbit/s. Set a lower bitrate in your encoder."), now);
        }

        var over = kbps > options.MaxBitrateKbps;
        if (over && !_bitrate)
            breaches.Add(new LimitBreach("Ingest Bitrate", options.MaxBitrateKbps * 1000.0, Math.Round((kbps - options.MaxBitrateKbps) * 1000), "bits per second"));
        _bitrate = over;

        if ((width, height) == _size) return breaches;
        _size = (width, height);
        var pixels = (long)width * height;
        if (pixels > options.MaxPixels)
        {
            refused = new StreamTrouble("resolution", Sentence(
                $"The picture has {width}x{height} pixels, more than this server takes. Set 1920x1080 or less in your encoder."), now);
        }

        if (pixels > options.AdvisedPixels)
            breaches.Add(new LimitBreach("Ingest Resolution", options.AdvisedPixels, pixels - options.AdvisedPixels, "pixels"));
        return breaches;
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
