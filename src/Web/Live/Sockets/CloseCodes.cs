namespace ContentPages.Web.Live.Sockets;

/// <summary>Why a WebSocket is closed (RFC 6455, section 7.4.1).</summary>
internal static class CloseCodes
{
    public const int Normal = 1000;
    public const int GoingAway = 1001;
    public const int ProtocolError = 1002;
    public const int TooBig = 1009;

    /// <summary>Whether a client may send it.</summary>
    public static bool IsValid(int code) => code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);
}
