using System.ComponentModel.DataAnnotations;

namespace ContentPages.Backends.Local.Media;

public sealed class ObjectStoreOptions
{
    public const string Section = "ObjectStore";

    /// <summary>How long after its last part an unfinished upload is removed.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "365.00:00:00")]
    public TimeSpan AbandonedAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often abandoned uploads are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a signed media address works at least; it works up to an hour longer, since addresses are the same within an hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan MediaLifetime { get; set; } = TimeSpan.FromHours(6);
}
