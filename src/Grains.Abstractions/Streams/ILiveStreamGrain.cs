namespace ContentPages.Streams;

/// <summary>A new stream.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.CreateStream")]
public sealed record CreateStream(
    [property: Id(0)] string OwnerId,
    [property: Id(1)] string OwnerName,
    [property: Id(2)] StreamDetails Details);

/// <summary>How to send a cover picture straight to the object store: one PUT.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.CoverTicket")]
public sealed record CoverTicket(
    [property: Id(0)] Uri Url,
    [property: Id(1)] IReadOnlyDictionary<string, string> Headers,
    [property: Id(2)] DateTimeOffset ExpiresAt);

/// <summary>
/// One live stream: its channel, its sessions, its signal, its viewers. The key is the stream's id (UUIDv7, lower-case).
/// Callers check who may call; the grain keeps the states right. Every method may be repeated.
/// </summary>
[Alias("contentpages.ILiveStreamGrain")]
public interface ILiveStreamGrain : IGrainWithStringKey
{
    /// <summary>The present snapshot, or a <see cref="RejectionKind.NotFound"/> for one never created or deleted.</summary>
    [Alias("Get")]
    Task<Result<LiveStreamSnapshot>> Get();

    [Alias("Create")]
    Task<Result<LiveStreamSnapshot>> Create(CreateStream command);

    [Alias("Update")]
    Task<Result<LiveStreamSnapshot>> Update(StreamDetails details, string? ifMatch);

    /// <summary>Deletes the stream, its channel and its cover; videos of its recordings stay. A conflict while a session is on.</summary>
    [Alias("Delete")]
    Task<Result<LiveStreamSnapshot>> Delete(string? ifMatch);

    /// <summary>Begins a session: live as soon as there is a signal.</summary>
    [Alias("Start")]
    Task<Result<LiveStreamSnapshot>> Start();

    /// <summary>Ends the session, whatever the encoder does.</summary>
    [Alias("Stop")]
    Task<Result<LiveStreamSnapshot>> Stop();

    [Alias("GetIngest")]
    Task<Result<StreamIngest>> GetIngest();

    /// <summary>Makes a new key. The old one stops working at once, also for who is connected with it.</summary>
    [Alias("RotateKey")]
    Task<Result<StreamIngest>> RotateKey();

    [Alias("GetHealth")]
    Task<Result<StreamHealth>> GetHealth();

    /// <summary>Sessions, newest first: the last hundred.</summary>
    [Alias("GetSessions")]
    Task<Result<IReadOnlyList<StreamSession>>> GetSessions();

    /// <param name="contentType"><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>.</param>
    /// <param name="size">Exact size in bytes, at most 8 MiB.</param>
    [Alias("PresignCover")]
    Task<Result<CoverTicket>> PresignCover(string contentType, long size);

    /// <summary>The object store says that a cover is there.</summary>
    [Alias("CoverArrived")]
    Task CoverArrived(string key);

    /// <summary>Something happened to the channel.</summary>
    [Alias("Report")]
    Task Report(ChannelReport report);

    /// <summary>A web node tells how many of its viewers play the stream; it counts for ten seconds.</summary>
    /// <param name="nodeId">One per process, never used again.</param>
    [Alias("ReportViewers")]
    Task ReportViewers(string nodeId, int viewers);

    /// <summary>Asks the ports what is true and goes on from there. Called by the sweeper.</summary>
    [Alias("Reconcile")]
    Task Reconcile();
}
