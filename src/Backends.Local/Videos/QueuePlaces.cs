using System.Threading.Channels;

namespace ContentPages.Backends.Local.Videos;

/// <summary>Tells waiting jobs their new places, at most once a second however fast the queue moves.</summary>
internal sealed class QueuePlaces : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    // One mark is enough: a second change before the first is told adds nothing.
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public QueuePlaces(Func<IReadOnlyList<JobReporter>> inOrder, TimeProvider time) => _ = Tell(inOrder, time);

    public void Changed() => _changes.Writer.TryWrite(true);

    public void Dispose() => _changes.Writer.TryComplete();

    private async Task Tell(Func<IReadOnlyList<JobReporter>> inOrder, TimeProvider time)
    {
        await foreach (var _ in _changes.Reader.ReadAllAsync())
        {
            foreach (var (index, job) in inOrder().Index()) job.Queued(index + 1);
            await Task.Delay(Between, time);
        }
    }
}
