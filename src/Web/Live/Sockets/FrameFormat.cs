using System.Buffers.Binary;

namespace ContentPages.Web.Live.Sockets;

/// <summary>Frames of the WebSocket protocol as a server writes them: whole messages, not masked (RFC 6455, section 5.2).</summary>
internal static class FrameFormat
{
    public const byte Continuation = 0;
    public const byte Text = 1;
    public const byte Binary = 2;
    public const byte Close = 8;
    public const byte Ping = 9;
    public const byte Pong = 10;

    public const int MaxHeaderLength = 10;
    public const int MaxControlPayload = 125;
    private const byte Final = 0x80;

    public static int HeaderLength(int payload) => payload switch
    {
        <= MaxControlPayload => 2,
        <= ushort.MaxValue => 4,
        _ => MaxHeaderLength,
    };

    /// <param name="header">As long as <see cref="HeaderLength"/> says.</param>
    public static void WriteHeader(Span<byte> header, byte opcode, int payload)
    {
        header[0] = (byte)(Final | opcode);
        switch (header.Length)
        {
            case 2:
                header[1] = (byte)payload;
                break;
            case 4:
                header[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)payload);
                break;
            default:
                header[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(header[2..], (ulong)payload);
                break;
        }
    }

    /// <param name="payload">At most <see cref="MaxControlPayload"/> bytes.</param>
    public static byte[] Control(byte opcode, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[2 + payload.Length];
        WriteHeader(frame.AsSpan(0, 2), opcode, payload.Length);
        payload.CopyTo(frame.AsSpan(2));
        return frame;
    }

    /// <param name="code">Of RFC 6455, section 7.4; 0 for none.</param>
    public static byte[] CloseFrame(int code) => code == 0 ? Control(Close, []) : Control(Close, [(byte)(code >> 8), (byte)code]);
}
