using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Simulation.World;

/// <summary>One channel of the provider.</summary>
internal sealed class ChannelState(string streamId)
{
    public string StreamId { get; } = streamId;

    public int Key { get; set; } = 1;

    /// <summary>The provider has lost it; what it knows of past sessions stays.</summary>
    public bool IsLost { get; set; }

    /// <summary>The encoder that is connected, or null.</summary>
    public string? Connection { get; set; }

    public StreamSignal Signal { get; set; }

    /// <summary>The session that is armed, or null.</summary>
    public ChannelSession? Armed { get; set; }

    public List<string> Connections { get; set; } = [];

    public DateTimeOffset? RecordingSince { get; set; }

    /// <summary>How past sessions ended; one that recorded nothing is null.</summary>
    public Dictionary<int, RecordingReport?> Over { get; } = [];

    public bool IsNews(int session) => !Over.ContainsKey(session) && (Over.Count == 0 || session > Over.Keys.Max());
}
