using ContentPages.Backends.Local.Children;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>An ffmpeg that turns what an encoder sends into fragmented MP4. Disposing of it kills it.</summary>
internal sealed class EncoderFeed(Child child, FfmpegReport report, Func<ValueTask>? release = null) : IAsyncDisposable
{
    public Stream Output => child.Output;

    public FfmpegReport Report { get; } = report;

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        if (release is not null) await release();
    }
}
