using System.ComponentModel.DataAnnotations;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>Settings of the ingest of this machine.</summary>
public sealed class IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>Where encoders connect to; 0 for no RTMP.</summary>
    [Range(0, 65535)]
    public int RtmpPort { get; set; } = 1935;

    /// <summary>Host name that broadcasters use for RTMP; null for the one that they see the site by.</summary>
    [RegularExpression("[A-Za-z0-9.:\\[\\]-]{1,253}")]
    public string? PublicHost { get; set; }

    /// <summary>Whether one can broadcast from the browser.</summary>
    public bool BrowserIngest { get; set; } = true;

    /// <summary>Whether a 360p rendition is made beside the source: <c>Auto</c> when a core is free as the encoder connects.</summary>
    public LowRendition LowRendition { get; set; } = LowRendition.Auto;

    /// <summary>
    /// Video and audio together that a stream may have, in kbit/s; above it for 5 s the broadcaster is told, above twice as much the encoder is dropped.
    /// YouTube's advice for 1080p at 60 frames a second is 12,000.
    /// </summary>
    [Range(100, 1_000_000)]
    public int MaxBitrateKbps { get; set; } = 20_000;

    /// <summary>Pixels of a frame above which the broadcaster is told that it is a lot to play.</summary>
    [Range(1, 268_435_456)]
    public int AdvisedPixels { get; set; } = 1920 * 1080;

    /// <summary>Pixels of a frame above which the encoder is dropped: 4K.</summary>
    [Range(1, 268_435_456)]
    public int MaxPixels { get; set; } = 4096 * 2160;

    /// <summary>An encoder that sends no picture for so long is dropped, in seconds.</summary>
    [Range(2, 60)]
    public double NoVideoSeconds { get; set; } = 10;

    /// <summary>Encoders that may be connected at once; one more is refused.</summary>
    [Range(1, 10_000)]
    public int MaxPublishers { get; set; } = 50;

    /// <summary>Hours that an address for broadcasting from the browser opens new connections.</summary>
    [Range(1, 168)]
    public int BrowserHours { get; set; } = 12;

    /// <summary>Path of nginx; null to look in PATH and <c>/usr/sbin</c>.</summary>
    public string? Nginx { get; set; }

    /// <summary>Path of <c>ngx_rtmp_module.so</c>; null to look where distributions put it.</summary>
    public string? RtmpModule { get; set; }

    /// <summary>Path of ffmpeg; null to look in PATH.</summary>
    public string? Ffmpeg { get; set; }
}

/// <summary>When a rendition of 360 lines is made beside the source.</summary>
public enum LowRendition
{
    Auto,
    On,
    Off,
}
