using System.Buffers;

namespace ContentPages.Backends.Local.Media;

/// <summary>
/// Which keys may become paths. An allow-list: ASCII letters, digits and <c>- _ .</c> in segments that do not start with a dot. So there is no
/// <c>..</c>, no second encoding, no backslash, no look-alike, and no name that the file system treats as special.
/// </summary>
internal static class ObjectKey
{
    public const int MaxLength = 512;
    public const int MaxSegment = 128;

    private static readonly SearchValues<char> s_allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static bool IsValid(ReadOnlySpan<char> key)
    {
        if (key.Length is 0 or > MaxLength) return false;
        foreach (var range in key.Split('/'))
        {
            var segment = key[range];
            if (segment.Length is 0 or > MaxSegment || segment[0] == '.' || segment.ContainsAnyExcept(s_allowed)) return false;
        }

        return true;
    }

    public static bool IsValidPrefix(ReadOnlySpan<char> prefix) => prefix.EndsWith("/") && IsValid(prefix[..^1]);

    /// <exception cref="ArgumentException">No such key can be.</exception>
    public static void Check(string key)
    {
        if (!IsValid(key)) throw new ArgumentException("Not an object key.", nameof(key));
    }
}
