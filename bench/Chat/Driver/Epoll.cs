using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ContentPages.Bench.Chat.Driver;

/// <summary>epoll(7): which of thousands of sockets can be read, on one thread; the runtime's way is a thread hop and a task for each.</summary>
internal sealed class Epoll : IDisposable
{
    /// <summary>How many are told at once.</summary>
    public const int Most = 64;

    private const int AddTo = 1;
    private const int RemoveFrom = 2;
    private const int Readable = 1;

    // An event is its flags and eight bytes of ours; only on x86-64 there is no gap between them.
    private static readonly int s_stride = RuntimeInformation.ProcessArchitecture is Architecture.X64 ? 3 : 4;
    private readonly int[] _events = new int[Most * 4];
    private readonly SafeFileHandle _handle = new(epoll_create1(0), ownsHandle: true);

    public void Add(Socket socket, int key) => Control(AddTo, socket, key);

    public void Remove(Socket socket) => Control(RemoveFrom, socket, 0);

    /// <returns>How many of <paramref name="keys"/> were filled.</returns>
    public int Wait(Span<int> keys, int milliseconds)
    {
        var count = Math.Max(0, epoll_wait(_handle, ref _events[0], Most, milliseconds));
        for (var i = 0; i < count; i++) keys[i] = _events[(i * s_stride) + s_stride - 2];
        return count;
    }

    public void Dispose() => _handle.Dispose();

    private void Control(int operation, Socket socket, int key)
    {
        Span<int> wanted = [Readable, 0, 0, 0];
        wanted[s_stride - 2] = key;
        if (epoll_ctl(_handle, operation, socket.SafeHandle, ref wanted[0]) != 0)
            throw new BenchException($"epoll_ctl: errno {Marshal.GetLastPInvokeError()}");
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int epoll_create1(int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int epoll_ctl(SafeFileHandle epoll, int operation, SafeSocketHandle socket, ref int wanted);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int epoll_wait(SafeFileHandle epoll, ref int events, int most, int milliseconds);
}
