using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Local.Streams.Packaging.Output;
using ContentPages.Backends.Local.Videos;
using ContentPages.Streams;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Backends.Tests.Streams.Packaging;

/// <summary>Playouts in a folder of their own, on a clock of their own.</summary>
internal sealed class PlayoutHarness : IDisposable
{
    public const string Stream = "s1";

    private readonly TempDirectory _folder = new();

    public PlayoutHarness(Action<PackagingOptions>? configure = null, bool stills = false)
    {
        configure?.Invoke(Options);
        if (!stills) Transcoder.Ffmpeg = "/nowhere/ffmpeg";
        Playouts = Start();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public PackagingOptions Options { get; } = new();

    public TranscoderOptions Transcoder { get; } = new();

    public LivePlayouts Playouts { get; private set; }

    public LivePlayout Playout => Playouts.Of(Stream);

    public string Recording => _folder["recording"];

    public RenditionView Preview => Playout.Find(null)!.Source.View!;

    public static string Text(PlaylistDocument document) => System.Text.Encoding.ASCII.GetString(document.Bytes);

    public RenditionView View(int session = 1) => Playout.Find(session)!.Source.View!;

    public PlayoutSession Session(int number = 1, bool record = true, StreamLatency latency = StreamLatency.Low) => new(number, Recording, record, latency);

    public string File(string name) => Path.Combine(Recording, name);

    /// <summary>Sends a whole film at once, on a connection that stays.</summary>
    public async Task<PackagingRun> Send(byte[] film, string connection = "st-1", Rendition rendition = Rendition.Source, PackagingRun? run = null)
    {
        run ??= Playout.Connect(connection);
        await run.Feed(rendition, new MemoryStream(film), CancellationToken.None);
        return run;
    }

    /// <summary>As if the process had been killed and started anew.</summary>
    public void Restart()
    {
        Playouts.Dispose();
        Playouts = Start();
    }

    public void Dispose()
    {
        Playouts.Dispose();
        _folder.Dispose();
    }

    private LivePlayouts Start() => new(Options, Transcoder, _folder["live"], Clock, NullLogger<LivePlayouts>.Instance);
}
