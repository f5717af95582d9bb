namespace ContentPages.Bench.Live.Viewers;

/// <summary>What one viewer got at one moment.</summary>
/// <param name="At">Since the recording began.</param>
internal sealed record Tick(TimeSpan At, byte[] Playlist, IReadOnlyList<byte[]> Parts);
