using System.Collections.Concurrent;
using System.Security.Cryptography;
using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Backends.Local.Streams.Packaging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>Decides who may publish by RTMP, and knows who does.</summary>
internal sealed partial class RtmpGate(
    LocalChannels channels, RtmpPulls pulls, NginxControl control, IngestOptions options, IOptions<PackagingOptions> packaging, TimeProvider time,
    ILogger<RtmpGate> log)
{
    /// <summary>How long a publisher waits for our ffmpeg to be there before it; then it goes ahead.</summary>
    private static readonly TimeSpan s_join = TimeSpan.FromSeconds(3);

    /// <summary>From nginx's question about our ffmpeg until it has joined the stream.</summary>
    private static readonly TimeSpan s_settle = TimeSpan.FromMilliseconds(30);

    private static readonly TimeSpan s_sayEvery = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<int, RtmpEncoder> _byClient = new();
    private readonly ConcurrentDictionary<string, RtmpEncoder> _byId = new(StringComparer.Ordinal);

    private DateTimeOffset _said;

    /// <summary>In the address of the callbacks; new at each start.</summary>
    public string Secret { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public bool IsOurs(string secret) => StreamKey.Same(secret, Secret);

    /// <summary>A publisher has come with a key.</summary>
    /// <returns>The id of its connection, or null when it is refused.</returns>
    public async Task<string?> Admit(string key, int client)
    {
        if (!StreamKey.TryParse(key, out var streamId, out var secret))
        {
            Refuse("key_invalid");
            return null;
        }

        var encoder = new RtmpEncoder(ConnectionIds.New(), client, pulls, control, options, packaging.Value, time);
        _byClient[client] = encoder;
        _byId[encoder.Id] = encoder;
        var (connection, refused) = await channels.Connect(streamId, secret, encoder, time.GetUtcNow());
        if (connection is null)
        {
            Refuse(refused!.Code);
            Forget(encoder);
            return null;
        }

        _ = ForgetWhenOver(encoder, connection);
        await Task.WhenAny(encoder.Joined, connection.Over, Task.Delay(s_join, time));
        if (connection.Over.IsCompleted) return null;
        await Task.Delay(s_settle, time);
        return encoder.Id;
    }

    /// <summary>Our ffmpeg is about to join a stream; nobody else knows their names.</summary>
    public bool Joins(string connectionId)
    {
        if (!_byId.TryGetValue(connectionId, out var encoder)) return false;
        encoder.Join();
        return true;
    }

    public void Left(int client)
    {
        if (_byClient.TryGetValue(client, out var encoder)) encoder.Leave();
    }

    /// <summary>nginx has died, and with it every connection.</summary>
    public void AllLeft()
    {
        foreach (var encoder in _byId.Values) encoder.Leave();
    }

    private async Task ForgetWhenOver(RtmpEncoder encoder, Connection connection)
    {
        await connection.Over;
        Forget(encoder);
    }

    private void Forget(RtmpEncoder encoder)
    {
        _byId.TryRemove(encoder.Id, out _);
        _byClient.TryRemove(KeyValuePair.Create(encoder.Client, encoder));
    }

    /// <summary>One line in ten seconds: an encoder tries again and again, and so do those who look for open ports.</summary>
    private void Refuse(string code)
    {
        var now = time.GetUtcNow();
        lock (_byClient)
        {
            if (now - _said < s_sayEvery) return;
            _said = now;
        }

        LogRefused(code);
    }

    [LoggerMessage(1, LogLevel.Warning, "An encoder was refused by RTMP: {Code}.")]
    private partial void LogRefused(string code);
}
