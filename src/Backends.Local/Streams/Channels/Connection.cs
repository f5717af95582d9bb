using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>
/// One connection of an encoder, from its right key to its last event: keeps an ffmpeg reading it, starts that anew when it dies, and tells what happens.
/// </summary>
#pragma warning disable CA1001 // What only cancels, without a timer, holds nothing to release.
internal sealed partial class Connection
#pragma warning restore CA1001
{
    private const string ClockWentBack = "timestamps";

    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    private readonly ConnectionSetting _setting;
    private readonly IEncoder _encoder;
    private readonly CancellationTokenSource _stop = new();
    private readonly RestartBudget _restarts;
    private volatile StreamTrouble? _trouble;
    private volatile bool _started;
    private volatile Pass? _pass;
    private double _mediaBefore;

    public Connection(IEncoder encoder, ConnectionSetting setting)
    {
        (_encoder, _setting, _log) = (encoder, setting, setting.Log);
        Since = Now;
        _restarts = new RestartBudget(setting.Time);
        _watch = new ConnectionWatch(setting.Options);
    }

    public string Id => _encoder.Id;

    public DateTimeOffset Since { get; }

    /// <summary>Completes when it is over and all of it was told.</summary>
    public Task Over { get; private set; } = Task.CompletedTask;

    public StreamSignal Signal => !_started ? StreamSignal.None : _watch.Starved ? StreamSignal.Starved : StreamSignal.Receiving;

    private DateTimeOffset Now => _setting.Time.GetUtcNow();

    public void Start() => Over = Task.Run(Run);

    /// <summary>Drops the encoder at once. What it has sent and was not read yet is lost.</summary>
    /// <param name="lastWord">What it is told where its protocol can; null leaves it free to come back.</param>
    public void Drop(StreamTrouble? lastWord = null)
    {
        _encoder.Drop(lastWord);
        _stop.Cancel();
    }

    /// <summary>Drops it for good, with a <c>Stream Failure</c>.</summary>
    private void Refuse(StreamTrouble why)
    {
        _trouble ??= why;
        Drop(why);
    }

    private async Task Run()
    {
        _setting.Events.Tell(Since, ConnectionEvent.SessionCreated, Id);
        LogConnected(_encoder.Source, Id, _setting.StreamId);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var watching = Watch(life.Token);
        try
        {
            await Play(life.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Dropped.
        }
        catch (Exception failure)
        {
            LogUnforeseen(failure, Id);
            _trouble ??= new StreamTrouble("ingest_failed", "The server could not take the stream in. Start it again in the encoder.", Now);
        }

        _encoder.Drop(_trouble);
        await life.CancelAsync();
        await watching;
        TellEnd();
    }

    /// <summary>Plays it until the encoder is gone or is refused.</summary>
    private async Task Play(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await PlayOnce(cancel);
            }
            catch (MediaRefusedException refused)
            {
                // A new ffmpeg takes a clock that went back as it is now.
                if (refused.Code != ClockWentBack || !_encoder.CanReopen) _trouble ??= new StreamTrouble(refused.Code, refused.Message, Now);
            }

            if (_trouble is not null || await HasGone(cancel)) return;
            // One that can come back by itself does so.
            if (!_encoder.CanReopen && _started) return;
            if (!_encoder.CanReopen || !_restarts.TrySpend())
            {
                _trouble = _encoder.WhyUnreadable();
                return;
            }

            LogRestart(Id);
            await Task.Delay(_restarts.Pause, _setting.Time, cancel);
        }
    }

    private async Task PlayOnce(CancellationToken cancel)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var hurry = Hurry(until);
        try
        {
            await using var feed = await _encoder.Open(until.Token);
            await Play(feed, until);
            if (!_started) _trouble ??= feed.Report.Refusal(Now);
            if (_trouble is null && !_encoder.Gone.IsCompleted) LogFfmpeg(Id, feed.Report.Said);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The encoder has gone, or sends something new, and ffmpeg did not notice in time.
        }
        finally
        {
            await until.CancelAsync();
            await hurry;
        }
    }

    private async Task Play(EncoderFeed feed, CancellationTokenSource until)
    {
        using var run = _setting.Playout.Connect(Id);
        _pass = new Pass(feed, run, until);
        var beside = Begin(run, until.Token);
        try
        {
            await run.Feed(Rendition.Source, feed.Output, until.Token);
        }
        finally
        {
            _mediaBefore += feed.Report.MediaSeconds;
            _pass = null;
            await until.CancelAsync();
            await beside;
        }
    }

    /// <summary>Once it can be played: tells so, and adds the small rendition.</summary>
    private async Task Begin(PackagingRun run, CancellationToken cancel)
    {
        try
        {
            await run.Playable.WaitAsync(cancel);
            if (!_started)
            {
                // First, so that a session that begins at this moment sees it, or is seen.
                _started = true;
                await _setting.OnPlayable(Id, cancel);
                LogStarted(Id, (Now - Since).TotalMilliseconds);
                _setting.Events.Tell(Now, ConnectionEvent.StreamStart, Id);
            }

            await FeedLow(run, cancel);
        }
        catch (OperationCanceledException)
        {
            // The pass is over.
        }
    }

    /// <summary>An ffmpeg that goes on although its encoder has gone is not waited for.</summary>
    private async Task Hurry(CancellationTokenSource until)
    {
        try
        {
            await _encoder.Gone.WaitAsync(until.Token);
            until.CancelAfter(s_farewell);
        }
        catch (OperationCanceledException)
        {
            // ffmpeg was first.
        }
    }

    /// <summary>ffmpeg may see the end of the stream just before we are told of it.</summary>
    private async Task<bool> HasGone(CancellationToken cancel)
    {
        await Task.WhenAny(_encoder.Gone, Task.Delay(TimeSpan.FromMilliseconds(500), _setting.Time, cancel));
        return _encoder.Gone.IsCompleted;
    }

    private void TellEnd()
    {
        if (_trouble is { } trouble)
        {
            LogRefused(Id, trouble.Code, trouble.Message);
            _setting.Events.Tell(Now, ConnectionEvent.StreamFailure, Id, trouble);
        }
        else if (_started) _setting.Events.Tell(Now, ConnectionEvent.StreamEnd, Id);

        // With the reason again: the two may be taken in any order.
        _setting.Events.Tell(Now, ConnectionEvent.SessionEnded, Id, _trouble);
        LogEnded(Id, _setting.StreamId);
    }

    /// <param name="Until">Cancelled, it makes way for the next.</param>
    private sealed record Pass(EncoderFeed Feed, PackagingRun Run, CancellationTokenSource Until);
}
