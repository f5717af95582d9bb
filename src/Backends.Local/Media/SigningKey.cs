using System.Security.Cryptography;
using System.Text;

namespace ContentPages.Backends.Local.Media;

/// <summary>
/// The secret behind every signed address of the store: 32 random bytes in <c>keys/objects.key</c>, readable by its owner only, made on the
/// first start. Deleting the file makes all addresses given out so far invalid.
/// </summary>
internal sealed class SigningKey
{
    private const int Size = 32;

    private readonly byte[] _key;

    public SigningKey(ObjectFolder folder) => _key = LoadOrMake(folder.Keys);

    /// <summary>HMAC-SHA256 of the lines, as base64url. No line may hold a line break; the first one names the purpose.</summary>
    public string Sign(params ReadOnlySpan<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (line.Contains('\n', StringComparison.Ordinal)) throw new ArgumentException("A signed value holds a line break.", nameof(lines));
            text.Append(line).Append('\n');
        }

        return System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Whether a signature is that of the lines. Takes as long for a near miss as for a far one.</summary>
    public bool Verify(string? signature, params ReadOnlySpan<string> lines) =>
        signature is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(lines)));

    private static byte[] LoadOrMake(string folder)
    {
        var path = Path.Combine(folder, "objects.key");
        if (!File.Exists(path))
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var made = path + "." + Guid.NewGuid().ToString("N");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(made, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(Size));
                file.Flush(flushToDisk: true);
            }

            File.Move(made, path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Size ? key : throw new InvalidOperationException($"{path} is damaged: it holds {key.Length} bytes, not {Size}. Restore or delete it.");
    }
}
