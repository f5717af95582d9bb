namespace ContentPages.Videos;

/// <summary>Why the last attempt failed.</summary>
/// <param name="Code">Stable machine-readable code, for instance <c>source_unreadable</c>.</param>
/// <param name="Reason">One or two plain sentences for the artist.</param>
/// <param name="Retryable">Whether another attempt on the same file may end differently.</param>
[GenerateSerializer, Immutable, Alias("contentpages.VideoFailure")]
public sealed record VideoFailure(
    [property: Id(0)] string Code,
    [property: Id(1)] string Reason,
    [property: Id(2)] bool Retryable);
