namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>A segment in a playlist.</summary>
/// <param name="Start">Seconds on the session's timeline.</param>
/// <param name="Seconds">How long it is; 0 while it is being made.</param>
/// <param name="Break">Whether it does not go on where the one before ended.</param>
/// <param name="At">When its first frame arrived.</param>
internal sealed record ListedSegment(long Number, double Start, double Seconds, InitFile Init, bool Break, DateTimeOffset At);
