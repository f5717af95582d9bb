using System.ComponentModel.DataAnnotations;

namespace ContentPages.Processors.Sweeping;

/// <summary>How often open work is looked at.</summary>
public sealed class SweeperOptions
{
    public const string Section = "Sweeper";

    /// <summary>Seconds between sweeps.</summary>
    [Range(1, 3600)]
    public int IntervalSeconds { get; set; } = 30;

    /// <summary>How many grains are asked side by side.</summary>
    [Range(1, 256)]
    public int Parallelism { get; set; } = 8;
}
