using System.Collections.Concurrent;
using System.Diagnostics;

namespace ContentPages.Backends.Local.Videos;

/// <summary>
/// Starts child processes on one thread that lives as long as this. The kernel sends a child its parent-death signal when the
/// <i>thread</i> that forked it ends, so a pool thread would take ffmpeg with it at an arbitrary moment.
/// </summary>
internal sealed class ChildLauncher : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _wanted = [];

    public ChildLauncher() => new Thread(Run) { IsBackground = true, Name = "ffmpeg launcher" }.Start();

    public Task<Process> Start(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _wanted.Add((start, started));
        return started.Task;
    }

    /// <summary>Ends the thread, and with it every child that still runs.</summary>
    public void Dispose() => _wanted.CompleteAdding();

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

        _wanted.Dispose();
    }
}
