using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>What nginx knows of one stream.</summary>
/// <param name="Bytes">That have come in.</param>
/// <param name="VideoCodec">As nginx spells it, for instance <c>H264</c>; null while there is no video.</param>
/// <param name="Picture">Its size and profile, to be compared; null while there is no video.</param>
internal sealed record RtmpStat(long Bytes, string? VideoCodec, string? AudioCodec, string? Picture)
{
    public const string H264 = "H264";

    private static readonly string[] s_picture = ["width", "height", "profile", "compat", "level"];

    /// <summary>The stream with a name, or null when there is none or the page is none of nginx's.</summary>
    public static RtmpStat? Read(string xml, string name)
    {
        try
        {
            var stream = XDocument.Parse(xml).Descendants("stream").FirstOrDefault(found => found.Element("name")?.Value == name);
            if (stream is null) return null;
            var meta = stream.Element("meta");
            return new RtmpStat(
                long.TryParse(stream.Element("bytes_in")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0,
                Codec(meta?.Element("video")), Codec(meta?.Element("audio")), PictureOf(meta?.Element("video")));
        }
        catch (XmlException)
        {
            // A publisher's own words are in it too.
            return null;
        }
    }

    private static string? PictureOf(XElement? video) => Codec(video) is null
        ? null
        : string.Join(' ', s_picture.Select(name => video!.Element(name)?.Value));

    private static string? Codec(XElement? track) => track?.Element("codec")?.Value is { Length: > 0 } codec ? codec : null;
}
