using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ContentPages.Backends.Tests.Streams.Browser;

/// <summary>What the broadcast page does: a hello, then chunks in real time.</summary>
internal sealed class BrowserClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _recording = Task.CompletedTask;

    public static async Task<BrowserClient> Open(Uri site, string path, string? origin = null)
    {
        var client = new BrowserClient();
        if (origin is not null) client._socket.Options.SetRequestHeader("Origin", origin);
        await client._socket.ConnectAsync(new UriBuilder(new Uri(site, path)) { Scheme = "ws" }.Uri, CancellationToken.None);
        return client;
    }

    public Task Hello(string mimeType) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { mimeType }), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next text message as <c>type code</c>, or null when the other end closes.</summary>
    public async Task<string?> Message()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4096];
        var part = await _socket.ReceiveAsync(buffer, limit.Token);
        if (part.MessageType is WebSocketMessageType.Close) return null;
        var json = JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, part.Count)).RootElement;
        return json.TryGetProperty("code", out var code) ? $"{json.GetProperty("type")} {code}" : json.GetProperty("type").GetString();
    }

    /// <summary>Records with ffmpeg, in real time, until it is closed.</summary>
    public void Record(string arguments) => _recording = Send(arguments);

    public Task Send(byte[] chunk) => _socket.SendAsync(chunk, WebSocketMessageType.Binary, true, CancellationToken.None);

    public async Task Close()
    {
        await _stop.CancelAsync();
        await _recording;
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _recording;
        _socket.Dispose();
    }

    private async Task Send(string arguments)
    {
        using var recorder = Process.Start(new ProcessStartInfo("ffmpeg", $"-nostdin -v error {arguments} pipe:1") { RedirectStandardOutput = true })!;
        try
        {
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await recorder.StandardOutput.BaseStream.ReadAsync(buffer, _stop.Token)) > 0)
                await _socket.SendAsync(buffer.AsMemory(0, read), WebSocketMessageType.Binary, true, CancellationToken.None);
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            // Closed by either end.
        }

        recorder.Kill();
        await recorder.WaitForExitAsync();
    }
}
