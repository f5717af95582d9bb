using System.Security.Cryptography;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>Ids of encoders' connections, shaped as IVS's: <c>st-</c> and what cannot be guessed, since RTMP streams are named with it inside.</summary>
internal static class ConnectionIds
{
    public static string New() => "st-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
