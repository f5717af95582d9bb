using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;

namespace ContentPages.Web.Live.Sockets;

/// <summary>
/// What a client's frames carry, as the hub reads it. Holds memory only while a message is on its way: idle connections cost none. Where one message
/// ends does not matter here, since the hub's records have separators of their own.
/// </summary>
/// <param name="input">The connection's bytes, once it has been upgraded.</param>
/// <param name="maxRecordBytes">A longer record of the hub ends the connection.</param>
internal sealed class FrameReader(PipeReader input, int maxRecordBytes, SocketOutlet outlet) : PipeReader
{
    private const byte RecordSeparator = 0x1e;
    private readonly FrameDecoder _decoder = new(maxRecordBytes + FrameFormat.MaxControlPayload, outlet.WritePong);
    private ReadOnlySequence<byte> _given;
    private bool _hasNews;
    private bool _isCompleted;
    private volatile bool _isStopped;
    private int _isCanceled;

    /// <summary>What the client's side has ended the connection with; null while it has not.</summary>
    public int? CloseCode { get; private set; }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        ReadResult result;
        while (!TryTake(out result))
        {
            try
            {
                Take(await input.ReadAsync(cancellationToken));
            }
            catch (Exception e) when (e is IOException or ConnectionAbortedException)
            {
                // That is how clients leave who say nothing, and how those end who are dropped: no need for the hub to throw it on, and on.
                _isCompleted = true;
            }
        }

        return result;
    }

    public override bool TryRead(out ReadResult result)
    {
        while (!TryTake(out result))
        {
            if (!input.TryRead(out var read)) return false;
            Take(read);
        }

        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (_given.IsEmpty) return;
        _hasNews = !_given.Slice(examined).IsEmpty;
        _decoder.Consume((int)_given.Slice(_given.Start, consumed).Length);
        _given = default;
    }

    public override void CancelPendingRead()
    {
        Interlocked.Exchange(ref _isCanceled, 1);
        input.CancelPendingRead();
    }

    public override void Complete(Exception? exception = null) => _decoder.Release();

    /// <summary>Ends what the hub reads, from the server's side.</summary>
    public void Stop()
    {
        _isStopped = true;
        input.CancelPendingRead();
    }

    /// <summary>Reads on until the client has closed, too, whatever it still says.</summary>
    public async Task WaitForClose(CancellationToken cancel)
    {
        _decoder.Release();
        while (!_isCompleted && _decoder.Ended is null)
        {
            Take(await input.ReadAsync(cancel));
            _decoder.Release();
        }
    }

    private bool TryTake(out ReadResult result)
    {
        var isCanceled = Interlocked.Exchange(ref _isCanceled, 0) == 1;
        var isOver = _isCompleted || _isStopped || CloseCode is not null;
        if (!isCanceled && !_hasNews && !isOver)
        {
            result = default;
            return false;
        }

        _given = isOver ? _decoder.Data.Slice(0, WholeRecords()) : _decoder.Data;
        result = new(_given, isCanceled, isOver);
        return true;
    }

    private void Take(ReadResult read)
    {
        var buffer = read.Buffer;
        var length = _decoder.Length;
        var needsMore = _decoder.Decode(ref buffer);
        input.AdvanceTo(buffer.Start, needsMore ? read.Buffer.End : buffer.Start);
        _hasNews |= _decoder.Length > length;
        _isCompleted |= read.IsCompleted && needsMore;
        CloseCode ??= _decoder.Ended;
        if (_decoder.Length <= maxRecordBytes || !HasTooLongRecord()) return;
        outlet.RefuseTooLarge();
        CloseCode = CloseCodes.TooBig;
        _decoder.Release();
    }

    private int WholeRecords() => _decoder.Data.FirstSpan.LastIndexOf(RecordSeparator) + 1;

    private bool HasTooLongRecord()
    {
        var data = _decoder.Data.FirstSpan;
        while (data.Length > maxRecordBytes)
        {
            var end = data.IndexOf(RecordSeparator);
            if (end < 0 || end >= maxRecordBytes) return true;
            data = data[(end + 1)..];
        }

        return false;
    }
}
