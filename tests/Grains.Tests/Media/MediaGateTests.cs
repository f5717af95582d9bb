using ContentPages.Grains.Catalog;
using ContentPages.Grains.Media;
using ContentPages.Grains.Streams;
using ContentPages.Grains.Tests.Catalog;
using ContentPages.Grains.Tests.Streams;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Grains.Videos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Grains.Tests.Media;

public sealed class MediaGateTests
{
    private readonly InMemoryCatalog _catalog = new();
    private readonly IMediaGate _gate;

    public MediaGateTests()
    {
        var services = new ServiceCollection().AddSingleton<ICatalog>(_catalog).AddSingleton<TimeProvider>(new FakeTimeProvider()).AddContentPagesGrains();
        _gate = services.BuildServiceProvider().GetRequiredService<IMediaGate>();
    }

    [Theory]
    [InlineData("1/0.m4s", true)]
    [InlineData("cover/a/cover.jpg", true)]
    [InlineData("preview/0.m4s", false)]
    [InlineData("", true)]
    public async Task IsPublic_OfAPublicStream_IsEverythingButItsPreview(string name, bool expected)
    {
        await Store(GivenStream.Live);
        Assert.Equal(expected, await _gate.IsPublic($"streams/{GivenStream.Id}/{name}", CancellationToken.None));
    }

    [Fact]
    public async Task IsPublic_OfAVideo_IsWhatWasMadeOfItOnly()
    {
        await new CatalogStorage(_catalog).WriteStateAsync("video", GrainId.Create("video", Given.Id), new GrainState<VideoState>(Given.Ready));
        Assert.True(await _gate.IsPublic($"videos/{Given.Id}/1/master.m3u8", CancellationToken.None));
        Assert.False(await _gate.IsPublic($"sources/{Given.Id}/source", CancellationToken.None));
        Assert.False(await _gate.IsPublic($"streams/{Given.Id}/1/0.m4s", CancellationToken.None));
    }

    [Theory]
    [InlineData(Visibility.Private)]
    [InlineData(Visibility.Unlisted)]
    public async Task IsPublic_AfterTheStreamWasHiddenOrDeleted_IsFalseAtOnce(Visibility visibility)
    {
        var version = await Store(GivenStream.Live);
        var key = $"streams/{GivenStream.Id}/1/0.m4s";
        Assert.True(await _gate.IsPublic(key, CancellationToken.None));
        version = await Store(GivenStream.Live with { Details = GivenStream.Details with { Visibility = visibility } }, version);
        Assert.False(await _gate.IsPublic(key, CancellationToken.None));
        version = await Store(GivenStream.Live, version);
        Assert.True(await _gate.IsPublic(key, CancellationToken.None));
        await Store(GivenStream.Deleted, version);
        Assert.False(await _gate.IsPublic(key, CancellationToken.None));
    }

    [Theory]
    [InlineData("streams/x/1/0.m4s")]
    [InlineData("streams/019b0000-0000-7000-8000-000000000011")]
    [InlineData("other/019b0000-0000-7000-8000-000000000011/1/0.m4s")]
    [InlineData("")]
    public async Task IsPublic_OfAnythingElse_IsFalse(string key)
    {
        await Store(GivenStream.Live);
        Assert.False(await _gate.IsPublic(key, CancellationToken.None));
    }

    private async Task<string> Store(LiveStreamState state, string? version = null)
    {
        var stored = new GrainState<LiveStreamState>(state) { ETag = version! };
        await new CatalogStorage(_catalog).WriteStateAsync("stream", GrainId.Create("stream", GivenStream.Id), stored);
        return stored.ETag;
    }
}
