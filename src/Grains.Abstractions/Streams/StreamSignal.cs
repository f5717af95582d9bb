namespace ContentPages.Streams;

/// <summary>What arrives from the encoder. Separate from <see cref="StreamStatus"/>: a signal without a start is a private preview.</summary>
[GenerateSerializer, Alias("contentpages.StreamSignal")]
public enum StreamSignal
{
    /// <summary>No encoder is connected.</summary>
    None = 0,
    /// <summary>Pictures and sound arrive as they should.</summary>
    Receiving = 1,
    /// <summary>An encoder is connected but too little arrives to play on (IVS calls it starvation).</summary>
    Starved = 2,
}
