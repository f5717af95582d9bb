namespace ContentPages.Grains.Streams;

/// <summary>Cover uploads that have been signed, and covers that are to be removed.</summary>
public sealed record CoverState
{
    /// <summary>Overflow policy: the oldest is forgotten; if it arrives, its event tells.</summary>
    public const int MostExpected = 4;

    /// <summary>Overflow policy: the oldest is forgotten; it goes with the stream.</summary>
    public const int MostUnwanted = 32;

    /// <summary>Keys that may arrive, oldest first.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>Until when they are looked for; null without any.</summary>
    public DateTimeOffset? ExpectedUntil { get; init; }

    /// <summary>Keys of covers that are no longer shown.</summary>
    public IReadOnlyList<string> Unwanted { get; init; } = [];
}
