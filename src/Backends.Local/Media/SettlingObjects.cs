using System.Collections.Concurrent;

namespace ContentPages.Backends.Local.Media;

/// <summary>
/// Objects that have arrived and have their names, but may not be on the disk yet. Whoever sent one need not wait for that, since only what the store
/// says of it counts: it is announced, and found by <see cref="DiskObjectStore.Head"/>, once it has settled. As many as there are requests that send.
/// </summary>
internal sealed class SettlingObjects
{
    private readonly ConcurrentDictionary<string, Task> _settling = new(StringComparer.Ordinal);

    /// <summary>Settles an object in the background. A later one of the same key takes its place here.</summary>
    public void Begin(string key, Action settle)
    {
        var settled = new Task(settle);
        _settling[key] = settled;
        _ = settled.ContinueWith(
            done => _settling.TryRemove(new(key, done)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        settled.Start(TaskScheduler.Default);
    }

    /// <summary>Ends when the object of a key has settled; at once when it has, or when there is none. Never throws: what failed is gone.</summary>
    public Task Settled(string key) => _settling.TryGetValue(key, out var settling) ? settling : Task.CompletedTask;
}
