namespace ContentPages.Backends.Local.Videos;

/// <summary>Why a job failed: one of MediaConvert's error codes and a sentence for the log, free of paths.</summary>
internal sealed record JobFailure(int Code, string Message)
{
    /// <summary>The uploader's file: it cannot be opened, or is no film or recording.</summary>
    public const int FileAccess = 1010;

    /// <summary>The uploader's file: it is damaged.</summary>
    public const int Damaged = 1020;

    /// <summary>The uploader's file: it ends early.</summary>
    public const int EndsEarly = 1021;

    /// <summary>The uploader's file: a codec, size or length that is not taken.</summary>
    public const int Unsupported = 1030;

    /// <summary>The uploader's file: there is nothing in it to play.</summary>
    public const int NothingToPlay = 1076;

    /// <summary>Our set-up: no ffmpeg, no room, no right to write.</summary>
    public const int Setup = 1040;

    /// <summary>Our set-up: the source object is not there.</summary>
    public const int SourceMissing = 1404;

    /// <summary>May pass: it was stopped from outside, or ran out of time.</summary>
    public const int Interrupted = 1550;

    /// <summary>May pass: nobody knows.</summary>
    public const int Unknown = 1999;
}

/// <summary>Ends a job with a failure.</summary>
internal sealed class JobFailedException(JobFailure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public JobFailedException(int code, string message)
        : this(new JobFailure(code, message))
    {
    }

    public JobFailure Failure { get; } = failure;
}
