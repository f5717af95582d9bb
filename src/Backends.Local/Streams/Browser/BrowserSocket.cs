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

    /// <summary>
    /// Pours binary messages out until the browser closes or nothing comes for so long. Text is passed over, and so is all that nobody takes any
    /// more. Cancelling it cuts the connection: a last word must be said before.
    /// </summary>
    public async Task Pour(PipeWriter into, TimeSpan silence, CancellationToken cancel)
    {
        byte[]? untaken = null;
        while (true)
        {
            using var limit = new CancellationTokenSource(silence, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
            var part = await socket.ReceiveAsync(untaken ?? into.GetMemory(BlockSize), either.Token);
            if (part.MessageType is WebSocketMessageType.Close) return;
            if (untaken is not null || part.MessageType is not WebSocketMessageType.Binary || part.Count == 0) continue;
            into.Advance(part.Count);
            if ((await into.FlushAsync(cancel)).IsCompleted) untaken = new byte[BlockSize];
        }
    }

    /// <summary>Says the last word, if there is one, and that no more follows. Never fails: it may be gone.</summary>
    public async Task Farewell(ReadOnlyMemory<byte> lastWord)
    {
        using var limit = new CancellationTokenSource(s_farewell, time);
        try
        {
            if (!lastWord.IsEmpty) await Say(lastWord, limit.Token);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            socket.Abort();
        }
    }

    /// <summary>Says the last word and reads away what the browser still sends until it closes too, so that the word is not lost to a reset.</summary>
    public async Task Close(ReadOnlyMemory<byte> lastWord)
    {
        await Farewell(lastWord);
        using var limit = new CancellationTokenSource(s_farewell, time);
        try
        {
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
