using System.ComponentModel.DataAnnotations;

namespace ContentPages.Backends.Local.Chat;

/// <summary>Section <c>ChatLog</c>: how long rooms are kept.</summary>
public sealed class ChatLogOptions
{
    public const string Section = "ChatLog";

    /// <summary>Older entries are not read any more, and are removed by the next sweep.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "3650.00:00:00")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The same for what moderators have done.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "3650.00:00:00")]
    public TimeSpan AuditKeptFor { get; set; } = TimeSpan.FromDays(180);

    /// <summary>How often expired entries and deleted rooms are removed.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromHours(1);
}
