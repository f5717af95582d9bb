using ContentPages.Backends.Local.Streams.Packaging;

namespace ContentPages.Backends.Local.Streams.Channels;

internal sealed partial class Connection
{
    private const int LowLines = 360;
    private const int LowAttempts = 3;

    /// <summary>Decoding more than 1080p at 60 frames a second alone costs about a core.</summary>
    private const double MostPixelsPerSecond = 1920.0 * 1080 * 60;

    private static readonly TimeSpan s_lowPause = TimeSpan.FromSeconds(2);

    /// <summary>Feeds the small rendition, if it is wanted. Whatever becomes of it, the source goes on.</summary>
    private async Task FeedLow(PackagingRun run, CancellationToken cancel)
    {
        if (!WantsLow(run.Measure())) return;
        for (var attempt = 0; attempt < LowAttempts; attempt++)
        {
            try
            {
                await using var feed = await _encoder.OpenLow(cancel);
                if (feed is null) return;
                await run.Feed(Rendition.Low, feed.Output, cancel);
                LogLow(null, Id, feed.Report.Said);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                LogLow(failure, Id, failure.Message);
            }

            await Task.Delay(s_lowPause, _setting.Time, cancel);
        }
    }

    private bool WantsLow(RunMeasures source) => Math.Min(source.Width, source.Height) > LowLines && _setting.Options.LowRendition switch
    {
        LowRendition.Off => false,
        LowRendition.On => true,
        LowRendition.Auto => (double)source.Width * source.Height * Math.Max(30, source.FrameRate) <= MostPixelsPerSecond && FreeCores.HasOne(),
    };
}
