using ContentPages.Catalog;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Processors.Sweeping;

/// <summary>
/// Takes what is due from the open-work index and has its grain reconcile itself. The first sweep after a start takes everything that
/// is open: whatever this process was doing when it died is found at once, not when it falls due.
/// </summary>
public sealed partial class Sweeper(
    ICatalogReader catalog,
    IEnumerable<ISweepTarget> targets,
    IOptions<SweeperOptions> options,
    TimeProvider time,
    ILogger<Sweeper> logger) : BackgroundService
{
    private const int PageSize = 100;

    /// <summary>Of one kind; what is over waits for the next sweep.</summary>
    private const int MostPerSweep = 10_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset? dueBy = null;
        try
        {
            while (true)
            {
                await Sweep(dueBy, stoppingToken);
                await Task.Delay(TimeSpan.FromSeconds(options.Value.IntervalSeconds), time, stoppingToken);
                dueBy = time.GetUtcNow();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    /// <summary>Reconciles everything due by then (null: everything open). Answers how many were asked; one that fails does not stop the others.</summary>
    public async Task<int> Sweep(DateTimeOffset? dueBy, CancellationToken cancel)
    {
        var asked = 0;
        foreach (var target in targets)
        {
            try
            {
                asked += await Sweep(target, dueBy, cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                LogSweepFailed(e, target.Kind);
            }
        }

        return asked;
    }

    private async Task<int> Sweep(ISweepTarget target, DateTimeOffset? dueBy, CancellationToken cancel)
    {
        // The index changes under the sweep, since reconciling moves what is due: first collect, then ask.
        var due = new List<string>();
        var query = new CatalogQuery(CatalogIndex.OpenWork, target.Kind, Limit: PageSize, UpTo: dueBy is { } by ? CatalogSort.Time(by) : null);
        do
        {
            var page = await catalog.Query(query, cancel);
            due.AddRange(page.Items.Select(i => i.Key.Partition[(target.Kind.Length + 1)..]));
            query = query with { Cursor = page.Cursor };
        }
        while (query.Cursor is not null && due.Count < MostPerSweep);

        // On the caller's own scheduler, which is the thread pool's unless a simulation calls.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, TaskScheduler = TaskScheduler.Current, CancellationToken = cancel };
        await Parallel.ForEachAsync(due, parallel, async (id, _) =>
        {
            try
            {
                await target.Reconcile(id);
            }
            catch (Exception e)
            {
                LogReconcileFailed(e, target.Kind, id);
            }
        });
        return due.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Open work of {Kind} could not be read")]
    private partial void LogSweepFailed(Exception exception, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Id} could not be reconciled; the next sweep tries again")]
    private partial void LogReconcileFailed(Exception exception, string kind, string id);
}
