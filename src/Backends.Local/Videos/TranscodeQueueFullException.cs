namespace ContentPages.Backends.Local.Videos;

/// <summary>The queue is full: the job is refused and nothing remembers it. Submitting it later is fine; the sweeper does.</summary>
public sealed class TranscodeQueueFullException(int length) : Exception($"The transcode queue is full ({length} jobs wait).");
