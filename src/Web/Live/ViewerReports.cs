using ContentPages.Streams;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Live;

/// <summary>Once a second tells the grains how many viewers they have here: one call for all of a stream's, and no grain waits for another.</summary>
internal sealed partial class ViewerReports(Viewers viewers, IClusterClient cluster, TimeProvider clock, ILogger<ViewerReports> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>One per process: another process under the same name would overwrite what this one has counted.</summary>
    private readonly string _nodeId = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            foreach (var report in viewers.TakeDue()) _ = Tell(report);
    }

    private async Task Tell(ViewerReport report)
    {
        var arrived = false;
        try
        {
            await cluster.GetGrain<ILiveStreamGrain>(report.StreamId).ReportViewers(_nodeId, report.Viewers);
            arrived = true;
        }
        catch (Exception e)
        {
            LogNotTold(e, report.StreamId);
        }

        viewers.Ended(report, arrived);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stream {StreamId} could not be told how many watch it; it is told again")]
    private partial void LogNotTold(Exception exception, string streamId);
}
