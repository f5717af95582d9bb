namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>Which of a connection's pictures. The number is the place in arrays.</summary>
internal enum Rendition
{
    /// <summary>As the encoder sends it, copied.</summary>
    Source = 0,

    /// <summary>360 lines, made on this machine from the source.</summary>
    Low = 1,
}
