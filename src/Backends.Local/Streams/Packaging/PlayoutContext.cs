using ContentPages.Backends.Local.Videos;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>What all playouts share.</summary>
/// <param name="scratch">Folder for what is not kept: stills, and sessions that are not recorded.</param>
internal sealed partial class PlayoutContext(PackagingOptions options, TimeProvider time, string scratch, Ffmpeg ffmpeg, ILogger log)
{
    private readonly ILogger _log = log;

    public PackagingOptions Options { get; } = options;

    public TimeProvider Time { get; } = time;

    public string Scratch { get; } = scratch;

    public Ffmpeg Ffmpeg { get; } = ffmpeg;

    /// <summary>Stills are made one after another, whatever the number of streams.</summary>
    public SemaphoreSlim Stills { get; } = new(1);

    public void Discard(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotDiscarded(failure, folder);
        }
    }

    public void LogDiskFailure(Exception failure, string streamId, int session) => LogNotRecorded(failure, streamId, session);

    [LoggerMessage(1, LogLevel.Error, "Session {Session} of stream {StreamId} could not be written to disk to its end.")]
    private partial void LogNotRecorded(Exception failure, string streamId, int session);

    [LoggerMessage(2, LogLevel.Warning, "{Folder} could not be removed.")]
    private partial void LogNotDiscarded(Exception failure, string folder);

    [LoggerMessage(3, LogLevel.Warning, "No still of a stream could be made: {Reason}")]
    public partial void LogNoStill(string reason);
}
