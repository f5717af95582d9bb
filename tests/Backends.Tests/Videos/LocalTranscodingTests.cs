using System.Text;
using ContentPages.Backends.Local.Events;
using ContentPages.Backends.Local.Videos;
using ContentPages.Grains.Videos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Tests.Videos;

public sealed class LocalTranscodingTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    [Fact]
    public async Task The_registered_transcoder_tells_the_local_queue()
    {
        await using var provider = Services(("Transcoder:Ffmpeg", "/nowhere/ffmpeg"));
        var transcoder = provider.GetRequiredService<IVideoTranscoder>();
        Assert.Same(provider.GetRequiredService<LocalTranscoder>(), transcoder);

        await transcoder.Submit(new TranscodeRequest("v1", 1, "o1", "source", "out/"), CancellationToken.None);

        var queue = provider.GetRequiredService<LocalEventQueue>();
        var told = "";
        while (!told.Contains("ERROR", StringComparison.Ordinal))
            foreach (var queued in await queue.Receive(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token)) told += Encoding.UTF8.GetString(queued.Body.Span);
        Assert.Contains("\"errorMessage\":\"ffmpeg is not installed.\"", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Transcoder:QueueLength", "0")]
    [InlineData("Transcoder:SegmentSeconds", "60")]
    [InlineData("Transcoder:Niceness", "-5")]
    public void A_setting_out_of_its_range_is_named(string name, string value)
    {
        using var provider = Services((name, value));
        var failure = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<LocalTranscoder>);
        Assert.Contains(name.Split(':')[1], failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ServiceProvider Services((string Name, string Value) setting) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new(setting.Name, setting.Value)]).Build())
        .AddLocalTranscoder(_ => new Paths(_folder))
        .BuildServiceProvider();

    private sealed class Paths(TempDirectory folder) : IObjectPaths
    {
        public string PathOf(string key) => folder[key];
    }
}
