using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>How a file of a given size is cut into requests.</summary>
public static class VideoUploadPlan
{
    private const long MiB = 1024 * 1024;

    /// <summary>Up to this, one PUT: little is lost when it breaks.</summary>
    public const long LargestSingle = 64 * MiB;

    /// <summary>S3's limit.</summary>
    public const int MostParts = 10_000;

    private const long SmallestPart = 16 * MiB;

    public static UploadState For(long size)
    {
        if (size <= LargestSingle) return new(UploadKind.Single, 0, null);
        var needed = (size + MostParts - 1) / MostParts;
        var rounded = (needed + MiB - 1) / MiB * MiB;
        return new(UploadKind.Multipart, Math.Max(SmallestPart, rounded), null);
    }

    public static int PartCount(long size, long partSize) => (int)((size + partSize - 1) / partSize);

    /// <summary>Bytes of part <paramref name="number"/> (from 1); the last one may be short.</summary>
    public static long PartLength(long size, long partSize, int number) =>
        Math.Min(partSize, size - (number - 1) * partSize);
}
