using System.Text.Json.Serialization;
using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>Everything that is stored of one session. Its recording is followed until it is settled, also while the next session is on.</summary>
public sealed record SessionState
{
    /// <summary>Overflow policy: the first ones are kept.</summary>
    public const int MostConnections = 32;

    /// <summary>Overflow policy: the first ones are kept.</summary>
    public const int MostBreaks = 100;

    /// <summary>A day. Overflow policy: the first ones are kept.</summary>
    public const int MostMinutes = 1_440;

    /// <summary>1 for the first.</summary>
    public int Number { get; init; }

    /// <summary>Id of the video that the recording becomes.</summary>
    public string VideoId { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public bool Record { get; init; }

    public StreamLatency Latency { get; init; }

    /// <summary>When the channel was ready for it.</summary>
    public DateTimeOffset? ArmedAt { get; init; }

    public DateTimeOffset? LiveAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public SessionEnd? End { get; init; }

    public RecordingStatus Recording { get; init; }

    /// <summary>The provider's id of the recording, once told.</summary>
    public string? RecordingId { get; init; }

    /// <summary>What was recorded, until the video has it.</summary>
    public RecordedMedia? Media { get; init; }

    /// <summary>Connections that were on the air in it.</summary>
    public IReadOnlyList<string> Connections { get; init; } = [];

    public int PeakViewers { get; init; }

    public IReadOnlyList<int> ViewersByMinute { get; init; } = [];

    public IReadOnlyList<StreamBreak> Breaks { get; init; } = [];

    /// <summary>What was decided and may not be done yet.</summary>
    public SessionWork Pending { get; init; }

    /// <summary>Whether nothing will change any more.</summary>
    [JsonIgnore]
    public bool IsSettled => EndedAt is not null && Pending == SessionWork.None && Recording is not (RecordingStatus.Recording or RecordingStatus.Finishing);
}

[Flags]
public enum SessionWork
{
    None = 0,
    /// <summary>Arm the channel.</summary>
    Begin = 1,
    /// <summary>Stop the channel's session, and with it the encoder.</summary>
    End = 2,
    /// <summary>Make the recording a video.</summary>
    CreateVideo = 4,
    /// <summary>Remove a recording that nobody wanted or that has nothing in it.</summary>
    DropRecording = 8,
}
