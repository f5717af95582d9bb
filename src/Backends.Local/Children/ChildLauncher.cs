using System.Collections.Concurrent;
using System.Diagnostics;

namespace ContentPages.Backends.Local.Children;

/// <summary>
/// Starts child processes on one thread that lives as long as this. The kernel sends a child its parent-death signal when the
/// <i>thread</i> that forked it ends, so a pool thread would take it along at an arbitrary moment.
/// </summary>
internal sealed class ChildLauncher : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _wanted = [];
    private readonly Thread _thread;
    private int _disposed;

    public ChildLauncher()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "child launcher" };
        _thread.Start();
    }

    public Task<Process> Start(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _wanted.Add((start, started));
        return started.Task;
    }

    /// <summary>Ends the thread, and with it every child that still runs. A container disposes of what it knows by several names several times.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _wanted.CompleteAdding();
        _thread.Join();
        _wanted.Dispose();
    }

    private void Run()
    {
        foreach (var (start, started) in _wanted.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception failure)
            {
                started.SetException(failure);
            }
        }
    }
}
