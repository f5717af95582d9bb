using System.Diagnostics;

namespace ContentPages.Bench.Live;

/// <summary>
/// Films a clock in real time: one encoder, tuned for no delay and with a keyframe every second, sends the very same packets to every address.
/// </summary>
internal sealed class ClockEncoder : IAsyncDisposable
{
    private static readonly TimeSpan s_frame = TimeSpan.FromSeconds(1.0 / ClockFrame.Rate);

    private readonly CancellationTokenSource _stop = new();
    private readonly Encoder _ffmpeg;
    private readonly Task _filming;

    private ClockEncoder(Encoder ffmpeg)
    {
        _ffmpeg = ffmpeg;
        _filming = Film();
    }

    public static ClockEncoder Start(params IReadOnlyList<string> addresses) => new(Encoder.Start(
    [
        "-v", "error", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", $"{ClockFrame.Width}x{ClockFrame.Height}",
        "-framerate", $"{ClockFrame.Rate}", "-i", "pipe:0", "-f", "lavfi", "-i", "sine=frequency=330:sample_rate=48000",
        "-map", "0:v", "-map", "1:a", "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", $"{ClockFrame.Rate}",
        "-keyint_min", $"{ClockFrame.Rate}", "-sc_threshold", "0", "-b:v", "1500k", "-c:a", "aac", "-b:a", "96k", "-flags", "+global_header",
        "-f", "tee", string.Join('|', addresses.Select(address => $"[f=flv:flvflags=no_duration_filesize:onfail=abort]{address}")),
    ]));

    /// <exception cref="BenchException">The encoder has ended.</exception>
    public void DemandRunning()
    {
        if (_filming.IsCompleted) throw new BenchException("The encoder ended: " + _ffmpeg.Errors);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _filming;
        await _ffmpeg.DisposeAsync();
        _stop.Dispose();
    }

    private async Task Film()
    {
        var picture = new ClockFrame();
        var started = Stopwatch.GetTimestamp();
        try
        {
            for (var number = 0; ; number++)
            {
                var wait = (s_frame * number) - Stopwatch.GetElapsedTime(started);
                if (wait > TimeSpan.Zero) await Task.Delay(wait, _stop.Token);
                await _ffmpeg.Input.WriteAsync(picture.Draw(TimeProvider.System.GetUtcNow()), _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (IOException)
        {
            // It has ended; whoever measures finds out.
        }
    }
}
