using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>
/// What a broadcaster enters in the encoder: <c>{stream's id without dashes}_{secret}</c>, so that the channel is found by name and the secret
/// compared in constant time. The secret is 128 random bits in hexadecimal.
/// </summary>
internal static class StreamKey
{
    private const int IdLength = 32;
    private const int SecretLength = 32;

    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength / 2));

    public static string Of(string streamId, string secret) => $"{streamId.Replace("-", "", StringComparison.Ordinal)}_{secret}";

    /// <summary>Takes a key apart. Only its shape is looked at.</summary>
    public static bool TryParse(string? key, [NotNullWhen(true)] out string? streamId, [NotNullWhen(true)] out string? secret)
    {
        (streamId, secret) = (null, null);
        if (key?.Length != IdLength + 1 + SecretLength || key[IdLength] != '_') return false;
        if (!Guid.TryParseExact(key[..IdLength], "N", out var id)) return false;
        (streamId, secret) = (id.ToString("D", CultureInfo.InvariantCulture), key[(IdLength + 1)..]);
        return true;
    }

    public static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
