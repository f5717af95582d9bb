using System.IO.Hashing;
using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace ContentPages.Backends.Local.Media;

/// <summary>The body is not as long as the ticket says.</summary>
internal sealed class BodySizeException(bool tooLong) : Exception(tooLong ? "The body is longer than signed." : "The body ended early.")
{
    public bool TooLong { get; } = tooLong;
}

/// <summary>
/// Writes request bodies to files straight from the server's receive buffers (one gathering write for all that has arrived): nothing is copied,
/// and no more is held than the server's receive window (1 MiB a connection).
/// </summary>
internal sealed class BodyWriter : IDisposable
{
    /// <summary>Waits for so many bytes where it can, since each write costs a system call. Well below the receive window, or it would wait for ever.</summary>
    private const int PreferredWrite = 256 * 1024;

    /// <summary>Disk writes at once. They block their thread when the disk cannot keep up, and must leave threads to everyone else.</summary>
    private readonly SemaphoreSlim _writers = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <exception cref="BodySizeException">More or fewer bytes came; what was written must be thrown away.</exception>
    public async Task Write(PipeReader body, SafeFileHandle file, long offset, long size, XxHash128? hash, CancellationToken cancel)
    {
        var left = size;
        var segments = new List<ReadOnlyMemory<byte>>();
        while (true)
        {
            var read = await body.ReadAtLeastAsync((int)Math.Clamp(left, 1, PreferredWrite), cancel);
            var buffer = read.Buffer;
            if (buffer.Length > left) throw new BodySizeException(tooLong: true);
            if (!buffer.IsEmpty)
            {
                segments.Clear();
                foreach (var segment in buffer)
                {
                    segments.Add(segment);
                    hash?.Append(segment.Span);
                }

                await _writers.WaitAsync(cancel);
                try
                {
                    RandomAccess.Write(file, segments, offset);
                }
                finally
                {
                    _writers.Release();
                }

                offset += buffer.Length;
                left -= buffer.Length;
            }

            body.AdvanceTo(buffer.End);
            if (read.IsCompleted) break;
        }

        if (left > 0) throw new BodySizeException(tooLong: false);
    }

    public void Dispose() => _writers.Dispose();
}
