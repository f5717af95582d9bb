namespace ContentPages.Backends.Local.Videos;

/// <summary>Decides from an exit code and messages whose fault a failure is. Pure.</summary>
internal static class FailureReader
{
    private const int Signalled = 128;
    private const int FileSizeSignal = Signalled + 25;

    private static readonly string[] OurDisk =
        ["No space left on device", "Read-only file system", "Permission denied", "Disk quota exceeded", "Too many open files", "Cannot allocate memory"];

    private static readonly string[] NotOpened = ["Invalid data found when processing input", "moov atom not found", "End of file"];

    private static readonly string[] NotDecoded =
        ["Error while decoding", "Error submitting packet", "Conversion failed", "Decoder (codec", "could not find codec", "Output file is empty"];

    public static JobFailure OfProbe(ChildResult result)
    {
        if (Common(result) is { } failure) return failure;
        if (Has(result, "exceeds specified max pixel count"))
            return new JobFailure(JobFailure.Unsupported, "A frame is too large.");
        return new JobFailure(JobFailure.FileAccess, "The file cannot be opened as a film or recording.");
    }

    public static JobFailure OfEncode(ChildResult result)
    {
        if (result.TimedOut) return new JobFailure(JobFailure.Interrupted, "The job ran out of time.");
        if (Common(result) is { } failure) return failure;
        if (NotOpened.Any(text => Has(result, text)))
            return new JobFailure(JobFailure.Damaged, "The file is damaged.");
        return NotDecoded.Any(text => Has(result, text))
            ? new JobFailure(JobFailure.Unsupported, "The film cannot be decoded.")
            : new JobFailure(JobFailure.Unknown, $"ffmpeg ended with code {result.ExitCode}.");
    }

    public static JobFailure OfException(Exception failure) => failure is IOException or UnauthorizedAccessException
        ? new JobFailure(JobFailure.Setup, "The outputs cannot be written.")
        : new JobFailure(JobFailure.Unknown, "The transcoder failed.");

    private static JobFailure? Common(ChildResult result)
    {
        if (OurDisk.FirstOrDefault(text => Has(result, text)) is { } ours) return new JobFailure(JobFailure.Setup, ours + ".");
        if (result.ExitCode == FileSizeSignal) return new JobFailure(JobFailure.Setup, "An output file grew over the limit.");
        return result.ExitCode > Signalled
            ? new JobFailure(JobFailure.Interrupted, $"ffmpeg was ended by signal {result.ExitCode - Signalled}.")
            : null;
    }

    private static bool Has(ChildResult result, string text) => result.Errors.Contains(text, StringComparison.OrdinalIgnoreCase);
}
