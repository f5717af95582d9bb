namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>What a rendition's playlist is like.</summary>
/// <param name="Parts">Whether parts are listed.</param>
/// <param name="FirstNumber">Number of its first segment and first initialization.</param>
/// <param name="MostSegments">Listed at once; null for all since the start.</param>
internal sealed record OutputShape(bool Parts, long FirstNumber, int? MostSegments, PackagingOptions Options);
