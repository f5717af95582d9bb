using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace ContentPages.Web.Tests.Live;

/// <summary>A WebSocket as the transport of a SignalR connection.</summary>
internal sealed class SocketConnection : ConnectionContext
{
    private readonly WebSocket _socket;
    private readonly Pipe _received = new();
    private readonly Pipe _sent = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _pumps;

    public SocketConnection(WebSocket socket)
    {
        _socket = socket;
        ConnectionClosed = _closed.Token;
        Transport = new DuplexPipe(_received.Reader, _sent.Writer);
        _pumps = Task.WhenAll(Receive(), Send());
    }

    public override string ConnectionId { get; set; } = Guid.NewGuid().ToString();

    public override IDuplexPipe Transport { get; set; }

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override async ValueTask DisposeAsync()
    {
        await _sent.Writer.CompleteAsync();
        await _received.Reader.CompleteAsync();
        await _closed.CancelAsync();
        await _pumps;
        _socket.Dispose();
        _closed.Dispose();
        await base.DisposeAsync();
    }

    private async Task Receive()
    {
        try
        {
            while (true)
            {
                var message = await _socket.ReceiveAsync(_received.Writer.GetMemory(4096), _closed.Token);
                if (message.MessageType == WebSocketMessageType.Close) break;
                _received.Writer.Advance(message.Count);
                if ((await _received.Writer.FlushAsync(_closed.Token)).IsCompleted) break;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            // The other side has gone, or this one goes.
        }

        await _received.Writer.CompleteAsync();
    }

    private async Task Send()
    {
        try
        {
            while (true)
            {
                var read = await _sent.Reader.ReadAsync(_closed.Token);
                foreach (var segment in read.Buffer) await _socket.SendAsync(segment, WebSocketMessageType.Text, endOfMessage: true, _closed.Token);
                _sent.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) break;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            // The other side has gone, or this one goes.
        }

        await _sent.Reader.CompleteAsync();
    }

    private sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
