namespace ContentPages.Bench.Live.Viewers;

/// <summary>Which part of which segment.</summary>
/// <param name="Sequence">Media sequence number.</param>
internal readonly record struct PartPlace(long Sequence, int Part) : IComparable<PartPlace>
{
    public int CompareTo(PartPlace other) => Sequence != other.Sequence ? Sequence.CompareTo(other.Sequence) : Part.CompareTo(other.Part);
}

/// <param name="Range">As a Range header says it, or null for the whole of the address.</param>
internal sealed record PartAddress(PartPlace Place, string Uri, string? Range);
