using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContentPages.Backends.Local.Media;

/// <summary>What a multipart upload will be, fixed when it is created.</summary>
/// <param name="Size">Bytes of the whole object.</param>
/// <param name="PartSize">Bytes of every part but the last.</param>
/// <param name="Boot">Identity of the machine's run that the parts were written in; null where the system does not tell.</param>
internal sealed record MultipartManifest(string Key, string ContentType, long Size, long PartSize, string? Boot)
{
    public const int MaxParts = 10_000;

    [JsonIgnore]
    public int Parts => (int)((Size + PartSize - 1) / PartSize);

    public long OffsetOf(int part) => (part - 1) * PartSize;

    public long SizeOf(int part) => Math.Min(PartSize, Size - OffsetOf(part));

    public static MultipartManifest Read(string path) =>
        JsonSerializer.Deserialize<MultipartManifest>(File.ReadAllBytes(path)) ?? throw new JsonException("An upload's manifest is empty.");

    public void Write(string path)
    {
        // Under another name first, so that a manifest that can be seen is whole.
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Changes with every start of the machine (Linux).</summary>
    public static string? CurrentBoot()
    {
        const string path = "/proc/sys/kernel/random/boot_id";
        return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
    }
}
