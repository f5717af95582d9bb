using System.Text.Json;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Streams;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Streams;

/// <summary>One stream of a grain test, with an owner of its own.</summary>
internal sealed class Gig
{
    private readonly GrainCluster _cluster;

    public Gig(GrainCluster cluster)
    {
        _cluster = cluster;
        Id = cluster.NewId();
        Owner = $"owner-of-{Id}";
        Stream = new(Owner, "Ada", new("Late show", "A gig", Visibility.Public));
    }

    public string Id { get; }

    public string Owner { get; }

    public CreateStream Stream { get; init; }

    public ILiveStreamGrain Grain => _cluster.Grain<ILiveStreamGrain>(Id);

    public GrainWorld World => _cluster.World;

    public FakeChannels Channels => World.Channels;

    public DateTimeOffset Now => World.Clock.GetUtcNow();

    /// <summary>What is stored now, or null.</summary>
    public async Task<LiveStreamState?> Stored() =>
        await World.Catalog.Get(CatalogStorage.KeyOf("stream", Id)) is { } item ? JsonSerializer.Deserialize<LiveStreamState>(item.Body.Span, CatalogStorage.Json) : null;

    public async Task<LiveStreamSnapshot> Get() => Film.Ok(await Grain.Get());

    public async Task<StreamStatus> Status() => (await Get()).Status;

    public async Task<LiveStreamSnapshot> Create() => Film.Ok(await Grain.Create(Stream));

    public async Task<LiveStreamSnapshot> Start() => Film.Ok(await Grain.Start());

    public async Task<LiveStreamSnapshot> Stop() => Film.Ok(await Grain.Stop());

    /// <summary>An encoder connects, and everyone is told.</summary>
    public Task Connect(string connectionId = "st-1")
    {
        Channels.SetSignal(Id, connectionId);
        return Report(connectionId, SignalChange.Started);
    }

    public Task Disconnect(string connectionId = "st-1")
    {
        Channels.SetSignal(Id, null);
        return Report(connectionId, SignalChange.Ended);
    }

    public Task Report(string connectionId, SignalChange change, StreamTrouble? trouble = null) =>
        Grain.Report(new SignalReport(Now, connectionId, change, trouble));

    /// <summary>Created, started, connected: live.</summary>
    public async Task GoLive()
    {
        await Create();
        await Start();
        await Connect();
        Assert.Equal(StreamStatus.Live, await Status());
    }

    /// <summary>Until disposed, the catalog refuses those writes of the stream's state, as JSON, that are meant.</summary>
    public IDisposable RefuseWrites(Func<string, bool> which) => World.RefuseWrites(CatalogStorage.KeyOf("stream", Id), which);

    public void Pass(TimeSpan time) => World.Clock.Advance(time);

    public string VideoId(int session = 1) => Channels.Calls(Id).First(c => c.StartsWith($"begin {session} ", StringComparison.Ordinal)).Split('/')[1];

    public RecordingReport Recorded(int session, string videoId, double seconds = 60) => new(
        Now, $"{Id}-{session}", ["st-1"], RecordingStatus.Finishing,
        new(VideoKeys.RecordingPrefix(videoId), "playlist.m3u8", "poster.jpg", seconds, 1280, 720));

    /// <summary>The recording of a session is complete, its files are there, and everyone is told.</summary>
    public async Task Record(int session = 1)
    {
        var videoId = (await Grain.GetSessions()).Value!.Single(s => s.Number == session).VideoId;
        PutRecording(videoId);
        Channels.SetRecording(Id, session, Recorded(session, videoId));
        await Grain.Report(Recorded(session, videoId));
    }

    public void PutRecording(string videoId)
    {
        foreach (var name in new[] { "playlist.m3u8", "poster.jpg", "0001.m4s" }) World.Objects.Put(VideoKeys.RecordingPrefix(videoId) + name);
    }
}
