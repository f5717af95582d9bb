using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace ContentPages.Bench.Lists;

/// <summary>
/// Asks for one address again and again over connections that stay open, one request at a time on each. Plain sockets, so that the
/// driver, which shares the cores with the server, costs the same few microseconds on both sides of a comparison.
/// </summary>
internal static class KeepAliveDriver
{
    private const int Connections = 16;

    /// <returns>Answered requests a second.</returns>
    /// <exception cref="BenchException">An answer was not 200, or could not be read.</exception>
    public static async Task<double> Run(Uri address, TimeSpan length, CancellationToken cancel)
    {
        var request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\n\r\n");
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => Ask(address, request, started, length, cancel), cancel)));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<int> Ask(Uri address, byte[] request, long started, TimeSpan length, CancellationToken cancel)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, cancel);
        var buffer = new byte[256 * 1024];
        var count = 0;
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            await socket.SendAsync(request, cancel);
            var filled = 0;
            while (!IsWhole(buffer.AsSpan(0, filled)))
            {
                var read = filled < buffer.Length ? await socket.ReceiveAsync(buffer.AsMemory(filled), cancel) : 0;
                if (read == 0) throw new BenchException("A connection ended in the middle of an answer, or the answer is larger than 256 KiB.");
                filled += read;
            }

            count++;
        }

        return count;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        if (!answer.StartsWith("HTTP/1.1 200 "u8)) throw new BenchException("The answer was " + Encoding.ASCII.GetString(answer[..head]));
        var body = answer[(head + 4)..];
        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0) return body.EndsWith("0\r\n\r\n"u8);
        return Utf8Parser.TryParse(answer[(length + "Content-Length: ".Length)..], out int expected, out _) && body.Length >= expected;
    }
}
