using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace ContentPages.Bench.Live.Viewers;

/// <summary>One connection that stays open and asks for one thing at a time. Plain sockets, so that five hundred of them cost little.</summary>
internal sealed class Wire : IDisposable
{
    private const int LargestAnswer = 8 * 1024 * 1024;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Uri _server;
    private readonly byte[] _asked = new byte[1024];
    private byte[] _buffer = new byte[64 * 1024];

    private Wire(Uri server) => _server = server;

    public static async Task<Wire> Open(Uri server, CancellationToken cancel)
    {
        var wire = new Wire(server);
        await wire._socket.ConnectAsync(server.Host, server.Port, cancel);
        return wire;
    }

    /// <returns>The body; it holds until the next call.</returns>
    /// <exception cref="BenchException">The answer is not 200 or 206, has no length, or is too large.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> Get(string path, string? range, CancellationToken cancel)
    {
        var request = $"GET {path} HTTP/1.1\r\nHost: {_server.Authority}\r\nAccept: */*\r\n{(range is null ? "" : $"Range: bytes={range}\r\n")}\r\n";
        await _socket.SendAsync(_asked.AsMemory(0, Encoding.ASCII.GetBytes(request, _asked)), cancel);
        var (filled, start, end) = (0, 0, 0);
        while (end == 0 || filled < end)
        {
            if (filled == _buffer.Length) Array.Resize(ref _buffer, Math.Max(end, _buffer.Length * 2));
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled), cancel);
            if (read == 0) throw new BenchException($"{_server} hung up in the middle of {path}");
            filled += read;
            if (end == 0 && _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) is var head and >= 0)
                (start, end) = (head + 4, head + 4 + BodyLength(_buffer.AsSpan(0, head + 2), path));
        }

        return _buffer.AsMemory(start, end - start);
    }

    public void Dispose() => _socket.Dispose();

    private static int BodyLength(ReadOnlySpan<byte> head, string path)
    {
        if (!head.StartsWith("HTTP/1.1 200"u8) && !head.StartsWith("HTTP/1.1 206"u8))
            throw new BenchException($"{path} was answered with {Encoding.ASCII.GetString(head)}");
        var name = head.IndexOf("Content-Length: "u8);
        if (name < 0 || !Utf8Parser.TryParse(head[(name + 16)..], out int length, out _) || length > LargestAnswer)
            throw new BenchException($"The answer to {path} has no length that can be right: {Encoding.ASCII.GetString(head)}");
        return length;
    }
}
