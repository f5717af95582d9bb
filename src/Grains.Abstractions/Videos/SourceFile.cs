namespace ContentPages.Videos;

/// <summary>The artist's file as declared when the ticket was asked for.</summary>
/// <param name="FileName">The name on the artist's machine; shown, never used as a path.</param>
/// <param name="ContentType">Media type, for instance <c>video/mp4</c>.</param>
/// <param name="Size">Exact size in bytes.</param>
[GenerateSerializer, Immutable, Alias("contentpages.SourceFile")]
public sealed record SourceFile(
    [property: Id(0)] string FileName,
    [property: Id(1)] string ContentType,
    [property: Id(2)] long Size);
