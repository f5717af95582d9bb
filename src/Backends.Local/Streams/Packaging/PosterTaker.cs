using ContentPages.Backends.Local.Videos;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>Makes a still of a stream now and then. At most one is being made; keyframes that come meanwhile are left out.</summary>
/// <param name="folder">For the picture while it is made.</param>
internal sealed class PosterTaker(PlayoutContext context, string folder) : IDisposable
{
    private const string Input = "keyframe.mp4";
    private const string Output = "still.jpg";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private Task _made = Task.CompletedTask;
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private volatile byte[]? _newest;

    public byte[]? Newest => _newest;

    /// <summary>Under the playout's lock.</summary>
    public void Offer(TimedFragment keyframe)
    {
        var now = context.Time.GetUtcNow();
        if (now < _next || !_made.IsCompleted || _stop.IsCancellationRequested || context.Ffmpeg.Tools.Ffmpeg is null) return;
        _next = now.AddSeconds(context.Options.PosterSeconds);
        _made = Task.Run(() => Make(keyframe));
    }

    /// <summary>Puts the newest still beside a recording.</summary>
    public async Task Keep(string recording)
    {
        await _made;
        if (_newest is not { } poster) return;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(recording, RecordedFolder.PosterName), poster);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            context.LogNoStill(failure.Message);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _ = _made.ContinueWith(_ => context.Discard(folder), TaskScheduler.Default);
    }

    private async Task Make(TimedFragment keyframe)
    {
        var waited = false;
        try
        {
            await context.Stills.WaitAsync(_stop.Token);
            waited = true;
            Directory.CreateDirectory(folder);
            await using (var file = File.Create(Path.Combine(folder, Input)))
            {
                await file.WriteAsync(keyframe.Init.Bytes, _stop.Token);
                await file.WriteAsync(keyframe.Fragment.Moof, _stop.Token);
                await file.WriteAsync(keyframe.Fragment.Mdat, _stop.Token);
            }

            var result = await context.Ffmpeg.Run(Arguments(), new OutputFolder(folder), Limit, onLine: null, _stop.Token);
            if (result.ExitCode == 0) _newest = await File.ReadAllBytesAsync(Path.Combine(folder, Output), _stop.Token);
            else context.LogNoStill($"ffmpeg ended with code {result.ExitCode}.");
        }
        catch (OperationCanceledException)
        {
            // The stream is gone.
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JobFailedException)
        {
            context.LogNoStill(failure.Message);
        }
        finally
        {
            if (waited) context.Stills.Release();
            context.Discard(Path.Combine(folder));
        }
    }

    private string[] Arguments() =>
    [
        "-hide_banner", "-nostdin", "-v", "error", "-y", .. SourceArguments.Guards(context.Ffmpeg.Options), "-i", "file:" + Path.Combine(folder, Input),
        "-frames:v", "1", "-vf", "scale='min(1280,iw)':-2,format=yuvj420p", "-q:v", "4", "-f", "image2", "-update", "1", Output,
    ];
}
