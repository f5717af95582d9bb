namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>A segment that is in memory, as it was at one moment.</summary>
/// <param name="Number">Its media sequence number.</param>
/// <param name="Whole">Whether nothing will be added.</param>
internal sealed record MediaSegment(long Number, MediaPart[] Parts, bool Whole)
{
    public long Length { get; } = Parts.Sum(part => (long)part.Length);

    public double Seconds { get; } = Parts.Sum(part => part.Seconds);

    public string ETag { get; } = FormattableString.Invariant($"\"{Number}\"");
}
