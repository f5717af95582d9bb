using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>Looks whether the port can be had: nginx itself would try for seconds.</summary>
internal static class RtmpPort
{
    public static bool HasIpV6 => Socket.OSSupportsIPv6;

    /// <summary>A sentence that says why it cannot be had; null when it can.</summary>
    public static string? WhyNot(int port)
    {
        try
        {
            Bind(new IPEndPoint(IPAddress.Any, port));
            if (HasIpV6) Bind(new IPEndPoint(IPAddress.IPv6Any, port));
            return null;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return string.Create(CultureInfo.InvariantCulture, $"RTMP cannot be had: port {port} is in use by another program. Stop that, or choose another port (Ingest:RtmpPort).");
        }
        catch (SocketException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"RTMP cannot be had: this server may not use port {port}. Choose another one (Ingest:RtmpPort).");
        }
    }

    private static void Bind(IPEndPoint address)
    {
        using var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (address.AddressFamily is AddressFamily.InterNetworkV6) listener.DualMode = false;
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(address);
        listener.Listen(1);
    }
}
