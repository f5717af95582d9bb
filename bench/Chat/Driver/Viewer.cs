using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ContentPages.Bench.Chat.Driver;

/// <summary>One WebSocket: takes apart what comes, straight out of a buffer that all of them share.</summary>
internal sealed class Viewer : IDisposable
{
    private const byte RecordEnd = 0x1e;
    private const int Text = 1;
    private const int Close = 8;
    private const int Ping = 9;
    private const int Pong = 10;

    private readonly ArrayBufferWriter<byte> _record = new(1);
    private byte[] _rest = [];
    private int _restLength;
    private string? _greeting;

    /// <param name="greeting">Sent once the WebSocket is open.</param>
    /// <param name="receiveBuffer">Bytes; null for what the system gives.</param>
    public Viewer(Uri server, string path, string greeting, int number, Room room, int? receiveBuffer)
    {
        (Number, Room, _greeting) = (number, room, greeting);
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        // Reset when it is closed: ten thousand ports must not wait for a minute.
        Socket.LingerState = new LingerOption(true, 0);
        if (receiveBuffer is { } bytes) Socket.ReceiveBufferSize = bytes;
        Socket.Connect(IPAddress.Loopback, server.Port);
        Socket.Blocking = false;
        SendBytes(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
    }

    public int Number { get; }

    public Room Room { get; }

    public Socket Socket { get; }

    public bool HasJoined { get; private set; }

    /// <summary>Why the server has ended the connection; null while it is open.</summary>
    public string? Gone { get; private set; }

    /// <summary>The number that must come next.</summary>
    public long Next { get; set; }

    /// <summary>When the server must hear something again.</summary>
    public long PingAt { get; set; }

    /// <param name="newest">The newest number of the room then.</param>
    public void Joined(long newest)
    {
        Room.JoinedAt(newest);
        (Next, HasJoined) = (newest + 1, true);
    }

    public void Leave(string why)
    {
        Gone ??= why;
        Socket.Dispose();
    }

    /// <summary>Sends records; several go in one message.</summary>
    public void Send(string records) => SendFrame(Text, Encoding.UTF8.GetBytes(records));

    /// <summary>Reads once what there is, at most what <paramref name="buffer"/> holds.</summary>
    public void Read(byte[] buffer, long now, Tally tally)
    {
        if (Gone is not null) return;
        _rest.AsSpan(0, _restLength).CopyTo(buffer);
        var read = Socket.Receive(buffer.AsSpan(_restLength), SocketFlags.None, out var error);
        if (error is SocketError.WouldBlock) return;
        if (read == 0) Leave($"closed ({error})");
        tally.Bytes += read;
        var left = (ReadOnlySpan<byte>)buffer.AsSpan(0, _restLength + read);
        if (_greeting is not null) left = left[Upgrade(left, _greeting)..];
        while (_greeting is null && Frame(left, out var first, out var payload) is var length and > 0)
        {
            left = left[length..];
            Take(first & 15, payload, now, tally);
        }

        if (_rest.Length < left.Length) _rest = new byte[left.Length];
        left.CopyTo(_rest);
        _restLength = left.Length;
    }

    public void Dispose() => Socket.Dispose();

    /// <returns>The length of the frame with its header, or 0 when it is not whole.</returns>
    private static int Frame(ReadOnlySpan<byte> bytes, out int first, out ReadOnlySpan<byte> payload)
    {
        first = 0;
        payload = default;
        if (bytes.Length < 2) return 0;
        first = bytes[0];
        var (head, length) = bytes[1] switch
        {
            126 => (4, bytes.Length < 4 ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
            127 => (10, bytes.Length < 10 ? int.MaxValue : checked((int)BinaryPrimitives.ReadInt64BigEndian(bytes[2..]))),
            var small => (2, small),
        };
        if (length > bytes.Length - head) return 0;
        payload = bytes.Slice(head, length);
        return head + length;
    }

    private int Upgrade(ReadOnlySpan<byte> bytes, string greeting)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0) return 0;
        if (!bytes.StartsWith("HTTP/1.1 101 "u8)) throw new BenchException("No WebSocket: " + Encoding.ASCII.GetString(bytes[..end]));
        Send(greeting);
        _greeting = null;
        return end + 4;
    }

    private void Take(int kind, ReadOnlySpan<byte> payload, long now, Tally tally)
    {
        if (kind == Close) Leave("closed");
        if (kind == Ping) SendFrame(Pong, payload);
        if (kind >= Close) return;
        // A message of several frames ends where a record ends; most have one.
        var isWhole = _record.WrittenCount == 0;
        var ends = payload.Length > 0 && payload[^1] == RecordEnd;
        if (!isWhole || !ends) _record.Write(payload);
        if (!ends) return;
        var records = isWhole ? payload : _record.WrittenSpan;
        for (var end = records.IndexOf(RecordEnd); end >= 0; end = records.IndexOf(RecordEnd))
        {
            tally.Take(this, records[..end], now);
            records = records[(end + 1)..];
        }

        if (!isWhole) _record.ResetWrittenCount();
    }

    // Masked with zero, which leaves the payload as it is.
    private void SendFrame(int kind, ReadOnlySpan<byte> payload)
    {
        var head = payload.Length < 126 ? 6 : 8;
        var frame = new byte[head + payload.Length];
        frame[0] = (byte)(0x80 | kind);
        frame[1] = (byte)(0x80 | (head == 6 ? payload.Length : 126));
        if (head == 8) BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        payload.CopyTo(frame.AsSpan(head));
        SendBytes(frame);
    }

    private void SendBytes(ReadOnlySpan<byte> bytes)
    {
        if (Gone is null && Socket.Send(bytes, SocketFlags.None, out var error) != bytes.Length) Leave($"does not take what is sent ({error})");
    }
}
