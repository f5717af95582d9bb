using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

public sealed class VideoUploadPlanTests
{
    private const long MiB = 1024 * 1024;
    private const long GB = 1_000_000_000;

    [Theory]
    [InlineData(1)]
    [InlineData(64 * MiB)]
    public void For_UpTo64MiB_IsOnePut(long size) => Assert.Equal(new UploadState(UploadKind.Single, 0, null), VideoUploadPlan.For(size));

    [Theory]
    [InlineData(64 * MiB + 1, 16, 5)]
    [InlineData(5 * GB, 16, 299)]
    [InlineData(50 * GB, 16, 2_981)]
    [InlineData(160_000 * MiB, 16, 10_000)]
    [InlineData(160_000 * MiB + 1, 17, 9_412)]
    [InlineData(5_000 * GB, 477, 9_997)]
    public void For_LargerFiles_IsAtMostTenThousandPartsThatMakeTheFile(long size, long partMiB, int count)
    {
        var plan = VideoUploadPlan.For(size);

        Assert.Equal(new UploadState(UploadKind.Multipart, partMiB * MiB, null), plan);
        Assert.Equal(count, VideoUploadPlan.PartCount(size, plan.PartSize));
        Assert.InRange(count, 2, VideoUploadPlan.MostParts);
        var lengths = Enumerable.Range(1, count).Select(n => VideoUploadPlan.PartLength(size, plan.PartSize, n)).ToList();
        Assert.Equal(size, lengths.Sum());
        Assert.All(lengths.SkipLast(1), l => Assert.Equal(plan.PartSize, l));
        Assert.InRange(lengths[^1], 1, plan.PartSize);
    }
}
