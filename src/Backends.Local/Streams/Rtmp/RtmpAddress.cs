using System.Globalization;
using ContentPages.Backends.Local.Streams.Channels;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>RTMP addresses of this server.</summary>
internal static class RtmpAddress
{
    public const string Application = "live";
    private const int UsualPort = 1935;

    /// <summary>What the broadcaster enters as the server.</summary>
    public static string Public(IngestOptions options)
    {
        var port = options.RtmpPort == UsualPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{options.RtmpPort}");
        return $"rtmp://{options.PublicHost ?? "{host}"}{port}/{Application}";
    }

    /// <summary>Where our own ffmpeg reads a connection. Only this machine may play, and only who knows the connection's id finds it.</summary>
    public static string Internal(int port, string connectionId) =>
        string.Create(CultureInfo.InvariantCulture, $"rtmp://127.0.0.1:{port}/{Application}/{connectionId}");
}
