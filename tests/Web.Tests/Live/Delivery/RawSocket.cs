using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace ContentPages.Web.Tests.Live.Delivery;

/// <summary>A client that writes the bytes of its frames itself.</summary>
internal sealed class RawSocket : IDisposable
{
    private const string Handshake = "{\"protocol\":\"json\",\"version\":1}\u001e";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;

    private RawSocket(Socket socket) => _socket = socket;

    public Socket Socket => _socket;

    public static async Task<RawSocket> Upgrade(Socket socket)
    {
        var raw = new RawSocket(socket);
        await raw.Send(Encoding.ASCII.GetBytes(
            "GET /hub HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var answer = await raw.Until("\r\n\r\n"u8.ToArray());
        Assert.StartsWith("HTTP/1.1 101 ", answer, StringComparison.Ordinal);
        Assert.Contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", answer, StringComparison.Ordinal);
        return raw;
    }

    /// <summary>Opens the hub's protocol, too.</summary>
    public async Task<RawSocket> Greet()
    {
        await SendText(Handshake);
        Assert.Equal((1, "{}\u001e"), await Next());
        return this;
    }

    public async Task Send(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None)..];
    }

    public Task SendText(string text) => Send(Frame(0x81, Encoding.UTF8.GetBytes(text)));

    public Task Call(string method, params string[] arguments) =>
        SendText($"{{\"type\":1,\"target\":\"{method}\",\"arguments\":[{string.Join(',', arguments.Select(argument => $"\"{argument}\""))}]}}\u001e");

    /// <param name="first">Final bit, reserved bits and opcode.</param>
    public static byte[] Frame(byte first, ReadOnlySpan<byte> payload, bool isMasked = true)
    {
        var bytes = new List<byte> { first };
        var mask = isMasked ? 0x80 : 0;
        Span<byte> length = stackalloc byte[8];
        if (payload.Length < 126)
        {
            bytes.Add((byte)(mask | payload.Length));
        }
        else if (payload.Length < 65536)
        {
            bytes.Add((byte)(mask | 126));
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)payload.Length);
            bytes.AddRange(length[..2]);
        }
        else
        {
            bytes.Add((byte)(mask | 127));
            BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)payload.Length);
            bytes.AddRange(length);
        }

        if (!isMasked) return [.. bytes, .. payload];
        byte[] key = [0x12, 0x34, 0x56, 0x78];
        bytes.AddRange(key);
        for (var i = 0; i < payload.Length; i++) bytes.Add((byte)(payload[i] ^ key[i % 4]));
        return [.. bytes];
    }

    /// <summary>The next frame's opcode and payload; of a close its code as text. Opcode -1 when the connection has ended.</summary>
    public async Task<(int Opcode, string Payload)> Next()
    {
        while (true)
        {
            if (TryTake(out var frame)) return frame;
            if (!await Fill()) return (-1, "");
        }
    }

    /// <summary>The first frame of such an opcode.</summary>
    public async Task<string> Next(int opcode)
    {
        while (true)
        {
            var (found, payload) = await Next();
            if (found == opcode) return payload;
            Assert.NotEqual(-1, found);
        }
    }

    public void Dispose() => _socket.Dispose();

    private bool TryTake(out (int, string) frame)
    {
        frame = default;
        var bytes = _buffer.AsSpan(_start.._end);
        if (bytes.Length < 2) return false;
        Assert.Equal(0, bytes[1] & 0x80);
        var (length, header) = (bytes[1] & 127, 2);
        if (length == 126 && bytes.Length >= 4) (length, header) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), 4);
        else if (length == 127 && bytes.Length >= 10) (length, header) = ((int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]), 10);
        else if (length >= 126) return false;
        if (bytes.Length < header + length) return false;
        var payload = bytes.Slice(header, length);
        frame = bytes[0] == 0x88 && length >= 2 ? (8, $"{BinaryPrimitives.ReadUInt16BigEndian(payload)}") : (bytes[0] & 15, Encoding.UTF8.GetString(payload));
        Assert.Equal(0x80, bytes[0] & 0xF0);
        _start += header + length;
        return true;
    }

    private async Task<bool> Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        try
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(_end), SocketFlags.None).AsTask().WaitAsync(Patience);
            _end += read;
            return read > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<string> Until(byte[] end)
    {
        int found;
        while ((found = _buffer.AsSpan(_start.._end).IndexOf(end)) < 0) Assert.True(await Fill());
        var text = Encoding.ASCII.GetString(_buffer, _start, found);
        _start += found + end.Length;
        return text;
    }
}
