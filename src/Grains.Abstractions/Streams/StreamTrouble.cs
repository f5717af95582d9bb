namespace ContentPages.Streams;

/// <summary>What went wrong last, for the broadcaster alone. A new signal clears it.</summary>
/// <param name="Code">Stable machine-readable code, for instance <c>video_codec</c>.</param>
/// <param name="Message">One or two plain sentences that say what to do.</param>
[GenerateSerializer, Immutable, Alias("contentpages.StreamTrouble")]
public sealed record StreamTrouble(
    [property: Id(0)] string Code,
    [property: Id(1)] string Message,
    [property: Id(2)] DateTimeOffset At);
