using System.IO.Pipelines;
using ContentPages.Backends.Local.Children;
using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Browser;

/// <summary>A browser that broadcasts: its chunks go into ffmpeg's standard input. When ffmpeg is behind, no more is read of the browser.</summary>
internal sealed class BrowserEncoder(string id, BrowserMedia media, bool copies, LiveFfmpeg ffmpeg, IngestOptions options, TimeProvider time) : IEncoder
{
    /// <summary>What may wait for ffmpeg: a second at 8 Mbit/s.</summary>
    private const int MostWaiting = 1 << 20;

    private readonly Pipe _chunks = new(new PipeOptions(pauseWriterThreshold: MostWaiting, resumeWriterThreshold: MostWaiting / 2));
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<StreamTrouble?> _dropped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public string Source => "browser";

    public Task Gone => _gone.Task;

    /// <summary>The head of a recording comes only once.</summary>
    public bool CanReopen => false;

    /// <summary>Completes when it is to leave, with what it should be told.</summary>
    public Task<StreamTrouble?> Dropped => _dropped.Task;

    /// <summary>Takes the recording's bytes.</summary>
    public PipeWriter Chunks => _chunks.Writer;

    public async Task<EncoderFeed> Open(CancellationToken cancel)
    {
        var (child, report) = await ffmpeg.Launch(BrowserArguments.Of(media, copies), niceness: 0, takesInput: true, cancel);
        var pouring = Pour(child);
        var feed = new EncoderFeed(child, report, async () => await pouring);
        try
        {
            await report.Known.WaitAsync(cancel);
            return feed;
        }
        catch
        {
            await feed.DisposeAsync();
            throw;
        }
    }

    public Task<EncoderFeed?> OpenLow(CancellationToken cancel) => Task.FromResult<EncoderFeed?>(null);

    public Task<StreamTrouble?> Examine(TimeSpan waited, CancellationToken cancel) =>
        Task.FromResult(waited.TotalSeconds > options.NoVideoSeconds ? WhyUnreadable() : null);

    public StreamTrouble WhyUnreadable() =>
        new("no_video", "No picture came that could be read. Reload the page, and choose a camera or a screen.", time.GetUtcNow());

    public Task<bool> HasChanged(CancellationToken cancel) => Task.FromResult(false);

    public void Leave() => _gone.TrySetResult();

    public void Drop(StreamTrouble? why)
    {
        _dropped.TrySetResult(why);
        Leave();
    }

    private async Task Pour(Child child)
    {
        try
        {
            await _chunks.Reader.CopyToAsync(child.Input);
        }
        catch (IOException)
        {
            // ffmpeg has ended.
        }

        await _chunks.Reader.CompleteAsync();
        try
        {
            await child.Input.DisposeAsync();
        }
        catch (IOException)
        {
            // It has taken the pipe along.
        }
    }
}
