using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Media;

/// <summary>Removes abandoned uploads and leftovers of deletions, at the start and then every <see cref="ObjectStoreOptions.SweepInterval"/>.</summary>
internal sealed partial class UploadSweeper(
    MultipartUploads uploads, ObjectFolder folder, IOptions<ObjectStoreOptions> options, TimeProvider time, ILogger<UploadSweeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, time);
        do
        {
            try
            {
                folder.EmptyTrash();
                await uploads.Sweep(options.Value.AbandonedAfter);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Warning, "Could not remove all abandoned uploads; the next sweep tries again.")]
    private partial void LogFailed(Exception exception);
}
