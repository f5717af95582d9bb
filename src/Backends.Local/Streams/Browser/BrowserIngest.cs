using System.Net.WebSockets;
using ContentPages.Backends.Local.Media;
using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Streams;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Browser;

/// <summary>Takes broadcasts from browsers: the address is signed, the first message says what comes, then chunks of MediaRecorder.</summary>
internal sealed partial class BrowserIngest(
    LocalChannels channels, BrowserTickets tickets, LiveFfmpeg ffmpeg, RareKeyframes rareKeyframes, IngestOptions options,
    IHostApplicationLifetime lifetime, TimeProvider time, ILogger<BrowserIngest> log)
{
    private static readonly TimeSpan s_hello = TimeSpan.FromSeconds(10);

    /// <summary>As nginx does with an encoder that has fallen silent.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(10);

    /// <summary>How long a browser that was told to go may take.</summary>
    private static readonly TimeSpan s_leave = TimeSpan.FromSeconds(2);

    public async Task Serve(WebSocket socket, string streamId, string? token, CancellationToken aborted)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var browser = new BrowserSocket(socket, time);
        try
        {
            await Serve(browser, streamId, token, life.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It went without a word, or was silent for too long, or the server stops.
            await browser.Close(default);
        }
    }

    private async Task Serve(BrowserSocket browser, string streamId, string? token, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var secret = (await channels.Find(streamId, cancel))?.Secret;
        if (Refusal(secret, streamId, token, now) is { } refused)
        {
            await Refuse(browser, refused);
            return;
        }

        using var hello = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        hello.CancelAfter(s_hello);
        if (await browser.First(hello.Token) is not { } first)
        {
            await browser.Close(default);
            return;
        }

        var media = first.IsText ? BrowserMedia.OfType(BrowserMessage.MimeTypeOf(first.Bytes.Span)) : BrowserMedia.OfBytes(first.Bytes.Span);
        if (media is null)
        {
            await Refuse(browser, new StreamTrouble("media_type", "This browser records in a format that the server does not take. Try Chrome, Edge, Firefox or Safari.", now));
            return;
        }

        var encoder = new BrowserEncoder(ConnectionIds.New(), media, media.IsH264 && !rareKeyframes.Of(streamId), ffmpeg, options, time);
        var (connection, why) = await channels.Connect(streamId, secret!, encoder, now);
        if (connection is null)
        {
            await Refuse(browser, why!);
            return;
        }

        if (!first.IsText) await encoder.Chunks.WriteAsync(first.Bytes, cancel);
        await Carry(browser, encoder, connection, cancel);
        if (media.IsH264 && connection.Health().KeyframeIntervalSeconds > RareKeyframes.Most) rareKeyframes.Add(streamId);
    }

    /// <summary>Carries chunks to ffmpeg until the browser leaves or is dropped.</summary>
    private static async Task Carry(BrowserSocket browser, BrowserEncoder encoder, Connection connection, CancellationToken cancel)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var pouring = PourAll(browser, encoder, until.Token);
        await Task.WhenAny(pouring, encoder.Dropped);
        if (encoder.Dropped.IsCompleted)
        {
            await browser.Farewell(await encoder.Dropped is { } last ? BrowserMessage.Stopped(last) : default);
            until.CancelAfter(s_leave);
        }

        await pouring;
        encoder.Leave();
        await browser.Farewell(default);
        await connection.Over;
    }

    private static async Task PourAll(BrowserSocket browser, BrowserEncoder encoder, CancellationToken cancel)
    {
        try
        {
            await browser.Say(BrowserMessage.Accepted, cancel);
            await browser.Pour(encoder.Chunks, s_silence, cancel);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // Its network, its silence, or our own wish.
        }

        await encoder.Chunks.CompleteAsync();
    }

    private StreamTrouble? Refusal(string? secret, string streamId, string? token, DateTimeOffset now) =>
        (secret is null ? TicketVerdict.SignatureInvalid : tickets.Verify(token, streamId, secret)) switch
        {
            TicketVerdict.Valid => null,
            TicketVerdict.Expired => new StreamTrouble("ticket_expired", "This page has been open for too long. Reload it to broadcast.", now),
            _ => new StreamTrouble("ticket_invalid", "The address to broadcast to is not valid any more. Reload the page.", now),
        };

    private Task Refuse(BrowserSocket browser, StreamTrouble why)
    {
        LogRefused(why.Code);
        return browser.Close(BrowserMessage.Refused(why));
    }

    [LoggerMessage(1, LogLevel.Warning, "A browser's broadcast was refused: {Code}.")]
    private partial void LogRefused(string code);
}
