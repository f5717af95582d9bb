using System.Net;
using System.Net.Sockets;

namespace ContentPages.Silo;

/// <summary>Looks whether the port can be had before anything is started: the web server finds out last of all, and with a stack trace.</summary>
internal static class FreePort
{
    public const string InUse = "The port is in use by another program. Choose another one with --port.";

    /// <exception cref="StartRefusedException">It cannot be had.</exception>
    public static void Demand(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.IPv6Any, port) { Server = { DualMode = true } };
            listener.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            throw new StartRefusedException(InUse);
        }
        catch (SocketException denied) when (denied.SocketErrorCode is SocketError.AccessDenied)
        {
            throw new StartRefusedException($"This user may not use port {port}. Choose one from 1024 on with --port.");
        }
        catch (SocketException)
        {
            // No IPv6 here, for instance: the web server knows better what can be had.
        }
    }
}
