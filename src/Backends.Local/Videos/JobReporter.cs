using System.Text.Json.Nodes;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Backends.Local.Videos;

/// <summary>Tells the world how one job goes: keeps the last state and publishes events with strictly growing time stamps.</summary>
internal sealed class JobReporter(TranscodeRequest request, Func<ReadOnlyMemory<byte>, bool> publish, TimeProvider time)
{
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long _timestamp;
    private long _lastUpdate;
    private JobStage _stage;
    private double? _percent;
    private int? _queuePlace;
    private bool _outputsStarted;
    private long _frames;

    public TranscodeRequest Request => request;

    /// <summary>What is true of the job while it waits or runs.</summary>
    public JobProgressed Now()
    {
        lock (_lock)
        {
            var phase = _stage switch
            {
                JobStage.Queued => TranscodePhase.Queued,
                JobStage.Probing => TranscodePhase.Probing,
                JobStage.Transcoding => TranscodePhase.Transcoding,
                JobStage.Uploading => TranscodePhase.Uploading,
            };
            return new JobProgressed(
                request.IdempotencyKey, request.Attempt, DateTimeOffset.FromUnixTimeMilliseconds(NextTimestamp()),
                phase, _percent, _queuePlace, _outputsStarted);
        }
    }

    /// <summary>It waits at this place; told again only when the place changed.</summary>
    public void Queued(int place)
    {
        lock (_lock)
        {
            if (_stage != JobStage.Queued || _queuePlace == place) return;
            _queuePlace = place;
            _percent = 0;
            Update();
        }
    }

    public void Started()
    {
        lock (_lock)
        {
            _stage = JobStage.Probing;
            _queuePlace = null;
            _percent = 0;
            Send("PROGRESSING", []);
            Update();
        }
    }

    public void Probed(MediaProbe probe)
    {
        lock (_lock) Send("INPUT_INFORMATION", JobEvents.InputInformation(request.SourceKey, probe));
    }

    public void Entered(JobStage stage, double? percent)
    {
        lock (_lock)
        {
            _stage = stage;
            _percent = percent;
            Update();
        }
    }

    /// <summary>At most one of these a second is published, however often it is called.</summary>
    public void Progressed(double? percent, long frames)
    {
        lock (_lock)
        {
            _percent = percent is { } number ? Math.Max(number, _percent ?? 0) : null;
            _frames = Math.Max(frames, _frames);
            if (time.GetElapsedTime(_lastUpdate) >= BetweenUpdates) Update();
        }
    }

    /// <summary>The film can be watched from now on.</summary>
    public void Watchable()
    {
        lock (_lock)
        {
            if (_outputsStarted) return;
            _outputsStarted = true;
            Update();
        }
    }

    public void Warn(string code, string message)
    {
        lock (_lock) Send("NEW_WARNING", JobEvents.Warning(code, message));
    }

    public void Canceled()
    {
        lock (_lock) Send("CANCELED", []);
    }

    /// <summary>The last event of a job, not published yet: it must be stored first.</summary>
    public (long Timestamp, ReadOnlyMemory<byte> Event) Last(string status, JsonObject rest)
    {
        lock (_lock)
        {
            var timestamp = NextTimestamp();
            return (timestamp, JobEnvelope.Write(request, timestamp, status, rest));
        }
    }

    private void Update()
    {
        _lastUpdate = time.GetTimestamp();
        Send("STATUS_UPDATE", JobEvents.StatusUpdate(_stage, _percent, _frames, _outputsStarted, _queuePlace));
    }

    // An event that a full queue drops is lost: the next one says more, and the sweeper asks for the last.
    private void Send(string status, JsonObject rest) => publish(JobEnvelope.Write(request, NextTimestamp(), status, rest));

    private long NextTimestamp() => _timestamp = Math.Max(_timestamp + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
}
