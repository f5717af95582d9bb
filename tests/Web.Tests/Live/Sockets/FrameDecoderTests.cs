using System.Buffers;
using System.Text;
using ContentPages.Web.Live.Sockets;
using ContentPages.Web.Tests.Live.Delivery;

namespace ContentPages.Web.Tests.Live.Sockets;

public sealed class FrameDecoderTests
{
    private readonly List<string> _pings = [];

    [Theory, InlineData(0), InlineData(1), InlineData(125), InlineData(126), InlineData(65_535), InlineData(65_536)]
    public void Decode_AMessageOfAnyLength_GivesItsPayload(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        Assert.Equal((text, (int?)null), Decode(100_000, 0, RawSocket.Frame(0x81, Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Decode_CutAnywhere_GivesTheSame()
    {
        byte[] frames = [.. Text(0x01, "frag"), .. Text(0x89, "ping?"), .. Text(0x00, "men"), .. Text(0x80, "ted"), .. Text(0x81, ""), .. Text(0x82, new string('x', 200)), .. Text(0x88, "\u0003\u00e8"[..1] + "A")];
        for (var cut = 1; cut < frames.Length; cut++)
        {
            _pings.Clear();
            Assert.Equal(("fragmented" + new string('x', 200), (int?)CloseCodes.ProtocolError), Decode(1_000, cut, frames));
            Assert.Equal(["ping?"], _pings);
        }
    }

    [Theory]
    [InlineData(1000, 1000), InlineData(1001, 1001), InlineData(3000, 3000), InlineData(4999, 4999)]
    [InlineData(999, 1002), InlineData(1005, 1002), InlineData(1006, 1002), InlineData(1015, 1002), InlineData(5000, 1002)]
    public void Decode_AClose_EndsWithItsCodeOrAProtocolError(int code, int expected) =>
        Assert.Equal(("", expected), Decode(100, 0, RawSocket.Frame(0x88, [(byte)(code >> 8), (byte)code])));

    [Fact]
    public void Decode_AnEmptyClose_EndsWithoutACode() => Assert.Equal(("", 0), Decode(100, 0, RawSocket.Frame(0x88, [])));

    [Fact]
    public void Decode_WhatBreaksTheRules_EndsWithAProtocolError()
    {
        byte[][] broken =
        [
            RawSocket.Frame(0x81, "not masked"u8, isMasked: false),
            Text(0xC1, "reserved bit"), Text(0xA1, "reserved bit"), Text(0x91, "reserved bit"),
            Text(0x83, "unknown"), Text(0x8B, "unknown control"),
            Text(0x80, "continues nothing"), [.. Text(0x01, "begun"), .. Text(0x81, "begun again")],
            Text(0x09, "fragmented ping"), Text(0x89, new string('x', 126)), RawSocket.Frame(0x88, [3]),
            [0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4],
        ];
        Assert.All(broken, frames => Assert.Equal(CloseCodes.ProtocolError, Decode(1_000, 0, frames).Ended));
    }

    [Fact]
    public void Decode_BeyondItsCapacity_LeavesTheRest()
    {
        var decoder = Decoder(10);
        var rest = new ReadOnlySequence<byte>(Text(0x81, "0123456789abcdef"));

        Assert.False(decoder.Decode(ref rest));
        Assert.Equal(("0123456789", 6), (Encoding.UTF8.GetString(decoder.Data), (int)rest.Length));
        decoder.Consume(8);
        Assert.True(decoder.Decode(ref rest));
        Assert.Equal(("89abcdef", 0), (Encoding.UTF8.GetString(decoder.Data), (int)rest.Length));
    }

    private static byte[] Text(byte first, string text) => RawSocket.Frame(first, Encoding.Latin1.GetBytes(text));

    private FrameDecoder Decoder(int capacity) => new(capacity, payload => _pings.Add(Encoding.UTF8.GetString(payload)));

    private (string Payload, int? Ended) Decode(int capacity, int cut, byte[] frames)
    {
        var decoder = Decoder(capacity);
        var given = new ReadOnlySequence<byte>(frames, 0, cut == 0 ? frames.Length : cut);
        decoder.Decode(ref given);
        var left = (int)given.Length;
        var from = (cut == 0 ? frames.Length : cut) - left;
        given = Segmented(frames.AsMemory(from, left), frames.AsMemory(from + left));
        decoder.Decode(ref given);
        return (Encoding.UTF8.GetString(decoder.Data), decoder.Ended);
    }

    private static ReadOnlySequence<byte> Segmented(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        var head = new Segment(first, 0);
        var tail = head.Append(second);
        return new(head, 0, tail, second.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
