using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ContentPages.Web.Live.Sockets;

/// <summary>
/// send(2) that does not wait. <see cref="Socket"/> has none: where a send that may not wait takes only a part, it does not tell how much.
/// </summary>
internal static class NativeSend
{
    /// <summary>Nothing can be sent any more.</summary>
    public const int Broken = -1;

    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const int NoSignal = 0x4000;
    private const int DoNotWait = 0x40;
    private const int Tcp = 6;
    private const int NotSentLowWater = 25;

    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <returns>How many of the bytes the socket has taken, or <see cref="Broken"/>.</returns>
    public static int TrySend(SafeSocketHandle socket, ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            nint sent;
            try
            {
                sent = Send(socket, ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length, NoSignal | DoNotWait);
            }
            catch (ObjectDisposedException)
            {
                return Broken;
            }

            if (sent >= 0) return (int)sent;
            var error = Marshal.GetLastPInvokeError();
            if (error == TryAgain) return 0;
            if (error != Interrupted) return Broken;
        }
    }

    /// <summary>Bounds what the kernel takes beyond what is on its way: more would only be older when it arrives.</summary>
    public static void LimitUnsent(Socket socket, int bytes)
    {
        // A proxy on the same machine may come by another kind of socket.
        if (socket.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)) return;
        Span<byte> value = stackalloc byte[sizeof(int)];
        MemoryMarshal.Write(value, bytes);
        try
        {
            socket.SetRawSocketOption(Tcp, NotSentLowWater, value);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has gone already, which whoever reads it finds out.
        }
    }

    [DllImport("libc", EntryPoint = "send", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Send(SafeSocketHandle socket, ref byte bytes, nuint length, int flags);
}
