namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>A partial segment: whole fragments. All viewers are sent the same bytes.</summary>
/// <param name="Independent">Whether it starts with a keyframe.</param>
internal sealed record MediaPart(ReadOnlyMemory<byte>[] Pieces, int Length, double Seconds, bool Independent);
