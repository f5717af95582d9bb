using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What is known of the encoder's connections, so that late and doubled reports of past ones can be told from news.</summary>
public sealed record SignalState
{
    /// <summary>Overflow policy: the oldest is forgotten. A report that late is caught by <see cref="NewestStart"/>.</summary>
    public const int MostEnded = 32;

    /// <summary>Null without a signal.</summary>
    public ConnectionState? Present { get; init; }

    /// <summary>When the newest connection known began; one that began before it is over.</summary>
    public DateTimeOffset? NewestStart { get; init; }

    /// <summary>Connections that are over, oldest first. They never come back.</summary>
    public IReadOnlyList<string> Ended { get; init; } = [];
}

/// <param name="StartedAt">The provider's time.</param>
/// <param name="SignalAt">When <paramref name="Signal"/> became so, by the provider's time; older reports are late.</param>
public sealed record ConnectionState(string Id, DateTimeOffset StartedAt, StreamSignal Signal, DateTimeOffset SignalAt);
