using System.ComponentModel.DataAnnotations;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>Settings of the packager.</summary>
public sealed class PackagingOptions
{
    public const string Section = "Packaging";

    /// <summary>Segments are cut at the keyframe that comes nearest to this length.</summary>
    [Range(1, 10)]
    public double SegmentSeconds { get; set; } = 2;

    /// <summary>Shorter segments are joined with the next, in seconds.</summary>
    [Range(0.1, 10)]
    public double MinimumSegmentSeconds { get; set; } = 1;

    /// <summary>A connection without a keyframe for so long is refused, in seconds. The longest common encoder default is 10.</summary>
    [Range(2, 60)]
    public double KeyframeLimitSeconds { get; set; } = 20;

    /// <summary>A step in the encoder's clock that is larger becomes a break, in seconds.</summary>
    [Range(0.5, 60)]
    public double JumpSeconds { get; set; } = 3;

    /// <summary>How much of a session is served from memory, in seconds; what is older is read from disk.</summary>
    [Range(10, 600)]
    public double MemorySeconds { get; set; } = 30;

    /// <summary>Bytes that one connection may keep in memory since its newest keyframe: 20 s of 25 Mbit/s.</summary>
    [Range(1 << 20, 1 << 30)]
    public int MaximumPendingBytes { get; set; } = 64 << 20;

    /// <summary>Segments that the preview holds.</summary>
    [Range(3, 60)]
    public int PreviewSegments { get; set; } = 6;

    /// <summary>Seconds that the preview stays after its connection, for the next one to go on.</summary>
    [Range(1, 3600)]
    public int PreviewKeepSeconds { get; set; } = 60;

    /// <summary>Seconds that the playlist of a session that is over stays.</summary>
    [Range(1, 86_400)]
    public int EndedKeepSeconds { get; set; } = 300;

    /// <summary>Seconds from one poster to the next.</summary>
    [Range(5, 3600)]
    public int PosterSeconds { get; set; } = 60;

    /// <summary>The longest that a request waits for what is to come, in seconds.</summary>
    [Range(1, 60)]
    public int BlockingSeconds { get; set; } = 6;

    /// <summary>Seconds that signed playback addresses last at least.</summary>
    [Range(60, 604_800)]
    public int AddressSeconds { get; set; } = 43_200;
}
