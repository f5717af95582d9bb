namespace ContentPages.Streams;

/// <summary>How far viewers are behind, as IVS's <c>latencyMode</c>.</summary>
[GenerateSerializer, Alias("contentpages.StreamLatency")]
public enum StreamLatency
{
    /// <summary>Low-latency HLS: parts of a segment are played as they are made.</summary>
    Low = 0,
    /// <summary>Whole segments only: several seconds behind, and steadier on poor networks.</summary>
    Normal = 1,
}
