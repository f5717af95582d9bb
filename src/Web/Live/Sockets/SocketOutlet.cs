using System.IO.Pipelines;
using System.Net.Sockets;
using ContentPages.Web.Live.Delivery;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Web.Live.Sockets;

/// <summary>Writes frames straight to the socket: what it takes at once costs one system call, and no thread waits for the rest.</summary>
internal sealed class SocketOutlet : Outlet
{
    // A longer write would hide that a slow connection makes progress.
    private const int MaxWrite = 16 * 1024;

    /// <summary>Bytes that wait in the kernel besides those on their way. Enough for a room's second at a hundred messages.</summary>
    private const int MaxUnsent = 32 * 1024;

    private const int MaxOwnBeforePongs = 4;
    private readonly Socket _socket;
    private readonly SafeSocketHandle _handle;
    private readonly ConnectionContext _connection;
    private readonly OutletRules _rules;
    private TaskCompletionSource<FlushResult>? _flushed;
    private int _own;

    public SocketOutlet(Socket socket, ConnectionContext connection, OutletRules rules)
        : base(rules)
    {
        (_socket, _handle, _connection, _rules) = (socket, socket.SafeHandle, connection, rules);
        NativeSend.LimitUnsent(socket, MaxUnsent);
    }

    /// <summary>The hub's side, once its handshake is over.</summary>
    public HubConnectionContext? Hub { get; set; }

    public override string ConnectionId => _connection.ConnectionId;

    /// <summary>Sends what is for this connection alone: in its turn, and never skipped.</summary>
    /// <param name="bytes">A whole frame; they are the caller's again afterwards.</param>
    /// <returns>Ends when it is written, so that whoever asks for answers and takes none gets none.</returns>
    public ValueTask<FlushResult> Write(ReadOnlySpan<byte> bytes)
    {
        lock (Gate)
        {
            if (HasEnded) return new(new FlushResult(isCanceled: false, isCompleted: true));
            WriteOwn(bytes);
            if (_own == 0) return default;
            _flushed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return new(_flushed.Task);
        }
    }

    /// <summary>Answers a ping, unless so much waits that this one must do without.</summary>
    public void WritePong(ReadOnlySpan<byte> payload)
    {
        lock (Gate)
        {
            if (!HasEnded && _own < MaxOwnBeforePongs) WriteOwn(FrameFormat.Control(FrameFormat.Pong, payload));
        }
    }

    /// <summary>Says why the connection ends that has sent too much at once.</summary>
    public void RefuseTooLarge() => Post(_rules.ByeTooLarge);

    public void CancelFlush()
    {
        lock (Gate) HasFlushed(isCanceled: true);
    }

    protected override bool TryWrite(Frame frame)
    {
        var sent = NativeSend.TrySend(_handle, frame.Bytes.Span);
        if (sent == frame.Length) return true;
        _ = Finish(frame, sent);
        return false;
    }

    protected override void Abort(bool isStuck) => ThreadPool.UnsafeQueueUserWorkItem(
        static outlet =>
        {
            if (outlet.IsStuck || outlet.Hub is not { } hub) outlet.Self._connection.Abort();
            else hub.Abort();
        },
        (Self: this, Hub, IsStuck: isStuck),
        preferLocal: false);

    protected override void EndHere()
    {
        base.EndHere();
        _own = 0;
        HasFlushed(isCanceled: false);
    }

    private void WriteOwn(ReadOnlySpan<byte> bytes)
    {
        if (IsBusy)
        {
            _own++;
            Enqueue(Frame.ForOne(bytes));
            return;
        }

        var sent = NativeSend.TrySend(_handle, bytes);
        if (sent == bytes.Length) return;
        _own++;
        BecomesBusy();
        _ = Finish(Frame.ForOne(bytes), sent);
    }

    private async Task Finish(Frame? frame, int sent)
    {
        try
        {
            while (frame is not null)
            {
                if (sent == NativeSend.Broken) throw new SocketException((int)SocketError.ConnectionReset);
                while (sent < frame.Length)
                {
                    sent += await _socket.SendAsync(frame.Bytes[sent..Math.Min(frame.Length, sent + MaxWrite)], SocketFlags.None);
                    HasProgressed();
                }

                if (frame.IsForOne) HasWrittenOwn();
                frame = Next();
                sent = frame is null ? 0 : NativeSend.TrySend(_handle, frame.Bytes.Span);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side has gone, or this one.
            if (End()) Abort(isStuck: true);
        }
    }

    private void HasWrittenOwn()
    {
        lock (Gate)
        {
            if (_own > 0 && --_own == 0) HasFlushed(isCanceled: false);
        }
    }

    private void HasFlushed(bool isCanceled)
    {
        _flushed?.TrySetResult(new FlushResult(isCanceled, isCompleted: false));
        _flushed = null;
    }
}
