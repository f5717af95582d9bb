using System.Buffers.Binary;

namespace ContentPages.Bench.Live;

/// <summary>
/// Draws a frame (yuv420p) that carries the time as black and white bars, so that whoever sees the picture can tell how old it is: one bar
/// for each of the 32 low bits of the Unix time in milliseconds, highest first, and below it the same inverted, which shows a bar misread.
/// The rest is a picture in motion. <c>browser/clock.mjs</c> reads it.
/// </summary>
internal sealed class ClockFrame
{
    public const int Width = 640;
    public const int Height = 360;
    public const int Rate = 30;

    private const int Bits = 32;
    private const int BarWidth = Width / Bits;
    private const int BarHeight = 60;
    private const byte Black = 16;
    private const byte White = 235;
    private const byte NoColour = 128;

    private readonly byte[] _frame = new byte[Width * Height * 3 / 2];
    private int _number;

    public ReadOnlyMemory<byte> Draw(DateTimeOffset now)
    {
        var time = (uint)now.ToUnixTimeMilliseconds();
        for (var bit = 0; bit < Bits; bit++)
        {
            var set = (time >> (Bits - 1 - bit) & 1) != 0;
            Bar(bit, 0, set ? White : Black);
            Bar(bit, BarHeight, set ? Black : White);
        }

        for (var y = 2 * BarHeight; y < Height; y++)
        {
            var row = _frame.AsSpan(y * Width, Width);
            for (var x = 0; x < Width; x += sizeof(uint))
                BinaryPrimitives.WriteUInt32LittleEndian(row[x..], 0x01010101u * (byte)(Black + ((x + y + (_number * 4)) & 127)));
        }

        _frame.AsSpan(Width * Height).Fill(NoColour);
        _number++;
        return _frame;
    }

    private void Bar(int bit, int top, byte luma)
    {
        for (var y = top; y < top + BarHeight; y++) _frame.AsSpan((y * Width) + (bit * BarWidth), BarWidth).Fill(luma);
    }
}
