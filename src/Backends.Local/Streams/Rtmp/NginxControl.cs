using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>Speaks with our nginx over the socket in its folder.</summary>
internal sealed partial class NginxControl : IDisposable
{
    private const int MostBytes = 8 << 20;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(3);

    private readonly HttpClient _http;
    private readonly ILogger<NginxControl> _log;

    public NginxControl(RtmpFolder folder, ILogger<NginxControl> log)
    {
        _log = log;
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(folder.ControlSocket), cancel);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri("http://nginx"), Timeout = s_limit, MaxResponseContentBufferSize = MostBytes };
    }

    /// <summary>Cuts a publisher off. Never fails: it may have gone.</summary>
    public async Task Drop(string connectionId, int client)
    {
        try
        {
            await _http.GetStringAsync(string.Create(
                CultureInfo.InvariantCulture, $"/control/drop/publisher?app={RtmpAddress.Application}&name={connectionId}&clientid={client}"));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            LogNotDropped(failure, connectionId);
        }
    }

    /// <summary>Null when nginx does not answer, or knows no such stream.</summary>
    public async Task<RtmpStat?> Stat(string connectionId, CancellationToken cancel)
    {
        try
        {
            return RtmpStat.Read(await _http.GetStringAsync("/stat", cancel), connectionId);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Whether nginx answers.</summary>
    public async Task<bool> Answers(CancellationToken cancel)
    {
        try
        {
            using var answer = await _http.GetAsync("/stat", cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    [LoggerMessage(1, LogLevel.Information, "Connection {ConnectionId} could not be cut off; it may have gone.")]
    private partial void LogNotDropped(Exception failure, string connectionId);
}
