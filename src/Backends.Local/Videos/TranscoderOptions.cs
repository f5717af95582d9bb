using System.ComponentModel.DataAnnotations;

namespace ContentPages.Backends.Local.Videos;

/// <summary>Settings of the local transcoder.</summary>
public sealed class TranscoderOptions
{
    public const string Section = "Transcoder";

    /// <summary>Jobs that run at once; 0 for half of the cores, at least one. An x264 ladder keeps about two cores busy.</summary>
    [Range(0, 256)]
    public int ParallelJobs { get; set; }

    /// <summary>Jobs that may wait. Further ones are refused with <see cref="TranscodeQueueFullException"/> and submitted again by the sweeper.</summary>
    [Range(1, 100_000)]
    public int QueueLength { get; set; } = 1000;

    /// <summary>Seconds from key frame to key frame, and of a segment. Two seconds halve the wait for the first frame against four.</summary>
    [Range(1, 10)]
    public int SegmentSeconds { get; set; } = 2;

    /// <summary>Niceness of ffmpeg, so that it never slows the site down.</summary>
    [Range(0, 19)]
    public int Niceness { get; set; } = 5;

    /// <summary>Seconds that looking into a file may take.</summary>
    [Range(1, 600)]
    public int ProbeSeconds { get; set; } = 30;

    /// <summary>A job may take so many times the length of its film, but always <see cref="MinimumJobSeconds"/>.</summary>
    [Range(1, 1000)]
    public double TimeLimitFactor { get; set; } = 20;

    /// <summary>Seconds that every job may take, and the limit of one whose length is not known times six.</summary>
    [Range(1, 86_400)]
    public int MinimumJobSeconds { get; set; } = 600;

    /// <summary>The longest film, in hours; YouTube's limit.</summary>
    [Range(0.01, 100)]
    public double MaximumHours { get; set; } = 12;

    /// <summary>The most pixels in a frame: 8192 by 8192.</summary>
    [Range(1, 268_435_456)]
    public int MaximumPixels { get; set; } = 8192 * 8192;

    /// <summary>The largest single file ffmpeg may write, in bytes. A segment of 10 s has less than 20 MB.</summary>
    [Range(1_000_000, long.MaxValue)]
    public long MaximumFileBytes { get; set; } = 256L << 20;

    /// <summary>Path of ffmpeg; null to look in PATH.</summary>
    public string? Ffmpeg { get; set; }

    /// <summary>Path of ffprobe; null to look in PATH.</summary>
    public string? Ffprobe { get; set; }

    public int EffectiveParallelJobs => ParallelJobs > 0 ? ParallelJobs : Math.Max(1, Environment.ProcessorCount / 2);
}
