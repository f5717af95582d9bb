using System.IO.Pipelines;
using System.Net.WebSockets;

namespace ContentPages.Backends.Local.Streams.Browser;

/// <summary>The browser's connection, read by one and written by one at a time.</summary>
internal sealed class BrowserSocket(WebSocket socket, TimeProvider time)
{
    private const int MostText = 1024;
    private const int BlockSize = 32 * 1024;
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    private readonly byte[] _head = new byte[MostText];

    /// <summary>The first message.</summary>
    /// <returns>Null when it closes, or what it says is too long.</returns>
    public async Task<(bool IsText, ReadOnlyMemory<byte> Bytes, bool IsWhole)?> First(CancellationToken cancel)
    {
        var length = 0;
        while (length < MostText)
        {
            var part = await socket.ReceiveAsync(_head.AsMemory(length), cancel);
            if (part.MessageType is WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage || part.MessageType is WebSocketMessageType.Binary) return (part.MessageType is WebSocketMessageType.Text, _head.AsMemory(0, length), part.EndOfMessage);
        }

        return null;
    }

    /// <summary>Pours binary messages out until the browser closes, nothing comes for so long, or nobody takes it any more. Text is passed over.</summary>
    public async Task Pour(PipeWriter into, TimeSpan silence, CancellationToken cancel)
    {
        while (true)
        {
            using var limit = new CancellationTokenSource(silence, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
            var part = await socket.ReceiveAsync(into.GetMemory(BlockSize), either.Token);
            if (part.MessageType is WebSocketMessageType.Close) return;
            if (part.MessageType is not WebSocketMessageType.Binary || part.Count == 0) continue;
            into.Advance(part.Count);
            var taken = await into.FlushAsync(cancel);
            if (taken.IsCompleted) return;
        }
    }

    /// <summary>Says the last word, if there is one, and closes. Never fails: it may be gone.</summary>
    public async Task Close(ReadOnlyMemory<byte> lastWord)
    {
        using var limit = new CancellationTokenSource(s_farewell, time);
        try
        {
            if (!lastWord.IsEmpty) await Say(lastWord, limit.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            // Its own close, so that our last word is not lost to a reset: what it still sends is read away.
            var rest = new byte[BlockSize];
            while (socket.State is WebSocketState.CloseSent && (await socket.ReceiveAsync(rest, limit.Token)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            socket.Abort();
        }
    }

    public async Task Say(ReadOnlyMemory<byte> text, CancellationToken cancel) => await socket.SendAsync(text, WebSocketMessageType.Text, true, cancel);
}
