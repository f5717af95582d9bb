namespace ContentPages.Videos;

/// <summary>One fact about a transcode job, taken from a MediaConvert-shaped event. Late, doubled and shuffled ones are expected.</summary>
/// <param name="Attempt">The attempt that the job belongs to.</param>
/// <param name="At">When the transcoder saw it (<c>detail.timestamp</c>); reports are ordered by it.</param>
[GenerateSerializer, Alias("contentpages.JobReport")]
public abstract record JobReport([property: Id(0)] string JobId, [property: Id(1)] int Attempt, [property: Id(2)] DateTimeOffset At);

/// <summary>The job waits or runs. Percent is 0 to 100 or null; <paramref name="OutputsStarted"/> once output objects may exist.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.JobProgressed")]
public sealed record JobProgressed(
    string JobId, int Attempt, DateTimeOffset At,
    [property: Id(3)] TranscodePhase Phase,
    [property: Id(4)] double? Percent = null,
    [property: Id(5)] int? QueuePlace = null,
    [property: Id(6)] bool OutputsStarted = false) : JobReport(JobId, Attempt, At);

/// <summary>Every output is written. Names in <paramref name="Media"/> are relative to its prefix.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.JobCompleted")]
public sealed record JobCompleted(
    string JobId, int Attempt, DateTimeOffset At,
    [property: Id(3)] VideoMedia Media) : JobReport(JobId, Attempt, At);

/// <summary>The job failed with one of MediaConvert's error codes.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.JobFailed")]
public sealed record JobFailed(
    string JobId, int Attempt, DateTimeOffset At,
    [property: Id(3)] int ErrorCode,
    [property: Id(4)] string Message) : JobReport(JobId, Attempt, At);

/// <summary>The job was cancelled, by us or from outside.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.JobCanceled")]
public sealed record JobCanceled(string JobId, int Attempt, DateTimeOffset At) : JobReport(JobId, Attempt, At);
