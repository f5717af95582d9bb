using System.ComponentModel.DataAnnotations;

namespace ContentPages.Grains.Chat;

/// <summary>Section <c>Chat</c>: the bounds of rooms.</summary>
public sealed class ChatOptions
{
    public const string Section = "Chat";

    /// <summary>Code points of a message.</summary>
    [Range(1, 5_000)]
    public int MaxLength { get; set; } = 500;

    /// <summary>UTF-8 bytes of a message.</summary>
    [Range(4, 20_000)]
    public int MaxBytes { get; set; } = 2_000;

    /// <summary>Messages that one author may write at once, after a pause.</summary>
    [Range(1, 1_000_000)]
    public int PostBurst { get; set; } = 10;

    /// <summary>Messages a second that one author may go on with.</summary>
    [Range(0.01, 1_000_000)]
    public double PostsPerSecond { get; set; } = 2;

    [Range(1, 1_000_000)]
    public int ReactionBurst { get; set; } = 30;

    [Range(0.01, 1_000_000)]
    public double ReactionsPerSecond { get; set; } = 10;

    /// <summary>Authors whose pace a room remembers. Overflow policy: who has been silent longest is forgotten, and starts anew.</summary>
    [Range(100, 1_000_000)]
    public int MaxAuthors { get; set; } = 20_000;

    /// <summary>Least milliseconds from one flush of a room to the next. The first after a pause waits for nothing.</summary>
    [Range(0, 1_000)]
    public int WindowMilliseconds { get; set; } = 25;

    /// <summary>The same in a busy room.</summary>
    [Range(0, 1_000)]
    public int BusyWindowMilliseconds { get; set; } = 50;

    /// <summary>Entries of one flush with which a room is as busy as can be.</summary>
    [Range(1, 1_000)]
    public int BusyEntries { get; set; } = 50;

    /// <summary>Entries of one flush at most. When so many wait at the end of one, the next begins at once.</summary>
    [Range(1, 250)]
    public int MaxPerFlush { get; set; } = 250;

    /// <summary>Messages that may wait for their flush. Overflow policy: the newest is refused with <c>room_busy</c>.</summary>
    [Range(1, 100_000)]
    public int MaxWaiting { get; set; } = 5_000;

    /// <summary>How long the log may take for one flush; then whether it was written is unknown.</summary>
    [Range(1, 25)]
    public int LogTimeoutSeconds { get; set; } = 10;

    /// <summary>Milliseconds until the log is tried again after it failed.</summary>
    [Range(1, 60_000)]
    public int RetryMilliseconds { get; set; } = 250;

    /// <summary>How long a room goes by what it knows of its stream, and of its own settings: another activation of it may have changed them.</summary>
    [Range(0, 600)]
    public int HostSeconds { get; set; } = 5;
}
