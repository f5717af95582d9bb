namespace ContentPages.Backends.Local.Media;

/// <summary>
/// Flushes a file in the background while more of it arrives, so that the flush that someone waits for at the end finds little to do. One flush
/// runs at a time; requests meanwhile become one more.
/// </summary>
internal sealed class FlushAhead
{
    private int _requests;

    public void Request(string path)
    {
        if (Interlocked.Increment(ref _requests) == 1) _ = Task.Run(() => Flush(path));
    }

    private void Flush(string path)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _requests);
            try
            {
                using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                RandomAccess.FlushToDisk(file);
            }
            catch (IOException)
            {
                // Completed or aborted meanwhile; and if the disk is broken, the flush at the end says so.
            }
        }
        while (Interlocked.CompareExchange(ref _requests, 0, seen) != seen);
    }
}
