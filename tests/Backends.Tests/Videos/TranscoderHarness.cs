using System.Text.Json;
using ContentPages.Backends.Local.Videos;
using ContentPages.Grains.Videos;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContentPages.Backends.Tests.Videos;

/// <summary>A transcoder over a folder of its own, whose events are kept.</summary>
internal sealed class TranscoderHarness : IObjectPaths, IAsyncDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly Lock _lock = new();
    private readonly List<JsonElement> _events = [];
    private readonly List<(Func<JsonElement, bool> Wanted, TaskCompletionSource<JsonElement> Seen)> _watchers = [];

    public TranscoderHarness(Action<TranscoderOptions>? configure = null)
    {
        configure?.Invoke(Options);
        Transcoder = Start();
    }

    public TranscoderOptions Options { get; } = new() { ParallelJobs = 1 };

    public LocalTranscoder Transcoder { get; private set; }

    public string PathOf(string key) => Path.Combine(_folder.Path, key);

    /// <summary>Puts a file where uploads are and answers the request to transcode it.</summary>
    public TranscodeRequest Upload(string? file, string videoId = "v1", string owner = "o1", int attempt = 1)
    {
        var request = new TranscodeRequest(videoId, attempt, owner, $"sources/{videoId}/original", $"videos/{videoId}/{attempt}/");
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(request.SourceKey))!);
        if (file is not null) File.Copy(file, PathOf(request.SourceKey), overwrite: true);
        return request;
    }

    /// <summary>Runs a job and answers the detail of its last event.</summary>
    public async Task<JsonElement> Run(TranscodeRequest request)
    {
        var last = Detail(request, detail => StatusOf(detail) is "COMPLETE" or "ERROR" or "CANCELED");
        await Transcoder.Submit(request, CancellationToken.None);
        return await last;
    }

    /// <summary>The first event of a job, from now on or before, that is wanted.</summary>
    public Task<JsonElement> Detail(TranscodeRequest request, Func<JsonElement, bool> wanted)
    {
        bool Matches(JsonElement detail) => detail.GetProperty("jobId").GetString() == request.IdempotencyKey && wanted(detail);
        lock (_lock)
        {
            foreach (var detail in _events.Select(sent => sent.GetProperty("detail")))
                if (Matches(detail)) return Task.FromResult(detail);
            var seen = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((Matches, seen));
            return seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    public IReadOnlyList<JsonElement> Events
    {
        get
        {
            lock (_lock) return [.. _events];
        }
    }

    public IReadOnlyList<JsonElement> Details => [.. Events.Select(sent => sent.GetProperty("detail"))];

    public string Output(TranscodeRequest request, string name = "") => PathOf(request.OutputPrefix + name);

    /// <summary>As if the process had been started anew.</summary>
    public async Task Restart()
    {
        await Transcoder.StopAsync(CancellationToken.None);
        Transcoder.Dispose();
        lock (_lock) _events.Clear();
        Transcoder = Start();
    }

    public static string? StatusOf(JsonElement detail) => detail.GetProperty("status").GetString();

    public static bool IsWatchable(JsonElement detail) =>
        StatusOf(detail) == "STATUS_UPDATE"
        && detail.GetProperty("jobProgress").GetProperty("phaseProgress").GetProperty("UPLOADING").GetProperty("percentComplete").GetInt32() > 0;

    public async ValueTask DisposeAsync()
    {
        await Transcoder.StopAsync(CancellationToken.None);
        Transcoder.Dispose();
        _folder.Dispose();
    }

    private LocalTranscoder Start() => new(this, Publish, Options, TimeProvider.System, NullLogger<LocalTranscoder>.Instance);

    private bool Publish(ReadOnlyMemory<byte> json)
    {
        var sent = JsonSerializer.Deserialize<JsonElement>(json.Span);
        lock (_lock)
        {
            _events.Add(sent);
            foreach (var (wanted, seen) in _watchers)
                if (wanted(sent.GetProperty("detail"))) seen.TrySetResult(sent.GetProperty("detail"));
        }

        return true;
    }
}
