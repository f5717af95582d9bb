using System.Text.Json;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

/// <summary>One video of a grain test, with an owner of its own.</summary>
internal sealed class Film
{
    public const long MiB = 1024 * 1024;

    private readonly GrainCluster _cluster;

    public Film(GrainCluster cluster, long size = 1000)
    {
        _cluster = cluster;
        Id = cluster.NewId();
        Owner = $"owner-of-{Id}";
        Video = new(Owner, "Ada", new SourceFile("film.mp4", "video/mp4", size), new VideoDetails("First light", "A film", Visibility.Public));
    }

    public string Id { get; }

    public string Owner { get; }

    public CreateVideo Video { get; init; }

    public IVideoGrain Grain => _cluster.Grain<IVideoGrain>(Id);

    public string SourceKey => $"sources/{Id}/source";

    public GrainWorld World => _cluster.World;

    /// <summary>What is stored now, or null.</summary>
    public async Task<VideoState?> Stored() =>
        await World.Catalog.Get(CatalogStorage.KeyOf("video", Id)) is { } item ? JsonSerializer.Deserialize<VideoState>(item.Body.Span, CatalogStorage.Json) : null;

    public async Task<VideoSnapshot> Get() => Ok(await Grain.Get());

    public async Task<UploadTicket> Create() => Ok(await Grain.Create(Video));

    /// <summary>Created, sent with one PUT and confirmed.</summary>
    public async Task<VideoSnapshot> Upload()
    {
        await Create();
        World.Objects.Put(SourceKey, Video.Source.Size);
        return Ok(await Grain.ConfirmUpload(null));
    }

    public string Job(int attempt = 1) => World.Transcoder.JobOf(Id, attempt);

    public Task Progress(TranscodePhase phase, double? percent = null, int attempt = 1, bool outputs = false)
    {
        World.Clock.Advance(TimeSpan.FromSeconds(1));
        return Grain.ReportJob(new JobProgressed(Job(attempt), attempt, World.Clock.GetUtcNow(), phase, percent, OutputsStarted: outputs));
    }

    public Task Complete(int attempt = 1)
    {
        foreach (var name in new[] { "master.m3u8", "poster.jpg", "storyboard.vtt" }) PutOutput(name, attempt);
        return Grain.ReportJob(Completed(attempt));
    }

    public JobCompleted Completed(int attempt = 1) => new(Job(attempt), attempt, World.Clock.GetUtcNow(), Media(attempt));

    public Task Fail(int code, int attempt = 1) => Grain.ReportJob(new JobFailed(Job(attempt), attempt, World.Clock.GetUtcNow(), code, "secret detail"));

    public VideoMedia Media(int attempt) => new($"videos/{Id}/{attempt}/", "master.m3u8", "poster.jpg", "storyboard.vtt", 30, 1920, 1080);

    public void PutOutput(string name, int attempt = 1) => World.Objects.Put($"videos/{Id}/{attempt}/{name}");

    /// <summary>Until disposed, the catalog refuses those writes of the film's state, as JSON, that are meant.</summary>
    public IDisposable RefuseWrites(Func<string, bool> which) => World.RefuseWrites(CatalogStorage.KeyOf("video", Id), which);

    public static T Ok<T>(Result<T> result)
        where T : class
    {
        Assert.Null(result.Rejection);
        return result.Value!;
    }
}
