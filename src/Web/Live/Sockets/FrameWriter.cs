using System.Buffers;
using System.IO.Pipelines;

namespace ContentPages.Web.Live.Sockets;

/// <summary>What the hub writes to one connection: each flush is one frame. Holds memory only between a write and its flush.</summary>
internal sealed class FrameWriter(SocketOutlet outlet) : PipeWriter
{
    private const int MinBuffer = 512;
    private byte[]? _buffer;
    private int _end;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _buffer is null ? 0 : _end - FrameFormat.MaxHeaderLength;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_end);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_end);
    }

    public override void Advance(int bytes) => _end += bytes;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_buffer is not { } buffer) return default;
        var payload = _end - FrameFormat.MaxHeaderLength;
        var start = FrameFormat.MaxHeaderLength - FrameFormat.HeaderLength(payload);
        FrameFormat.WriteHeader(buffer.AsSpan(start..FrameFormat.MaxHeaderLength), FrameFormat.Text, payload);
        var flushed = outlet.Write(buffer.AsSpan(start.._end));
        Release();
        return flushed;
    }

    public override void CancelPendingFlush() => outlet.CancelFlush();

    public override void Complete(Exception? exception = null) => Release();

    private void Reserve(int size)
    {
        if (_buffer is null) (_buffer, _end) = (ArrayPool<byte>.Shared.Rent(Math.Max(size, MinBuffer) + FrameFormat.MaxHeaderLength), FrameFormat.MaxHeaderLength);
        if (_buffer.Length - _end >= Math.Max(size, 1)) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_end + size, _buffer.Length * 2));
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private void Release()
    {
        if (_buffer is { } buffer) ArrayPool<byte>.Shared.Return(buffer);
        _buffer = null;
    }
}
