namespace ContentPages.Videos;

/// <summary>A new video and its upload.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.CreateVideo")]
public sealed record CreateVideo(
    [property: Id(0)] string OwnerId,
    [property: Id(1)] string OwnerName,
    [property: Id(2)] SourceFile Source,
    [property: Id(3)] VideoDetails Details);

/// <summary>
/// One video: its upload, its transcode attempts, its details. The key is the video's id (UUIDv7, lower-case).
/// Callers check who may call; the grain keeps the states right. Every method may be repeated.
/// </summary>
[Alias("contentpages.IVideoGrain")]
public interface IVideoGrain : IGrainWithStringKey
{
    /// <summary>The present snapshot, or a <see cref="RejectionKind.NotFound"/> for one never created or deleted.</summary>
    [Alias("Get")]
    Task<Result<VideoSnapshot>> Get();

    /// <summary>Creates the video and answers the ticket to upload its file.</summary>
    [Alias("Create")]
    Task<Result<UploadTicket>> Create(CreateVideo command);

    /// <summary>
    /// Creates the video out of a recording. It can be watched at once; its renditions are then made of the recording, which stays until the
    /// video is deleted.
    /// </summary>
    [Alias("CreateRecorded")]
    Task<Result<VideoSnapshot>> CreateRecorded(CreateRecordedVideo command);

    /// <summary>Signs parts of a multipart upload; numbers run from 1.</summary>
    [Alias("SignParts")]
    Task<Result<IReadOnlyList<SignedPart>>> SignParts(IReadOnlyList<int> numbers);

    /// <summary>What has arrived, with a fresh ticket, to resume.</summary>
    [Alias("GetUpload")]
    Task<Result<UploadProgress>> GetUpload();

    /// <summary>Completes the upload, checks its size and starts processing. With no parts given, those that the store has count.</summary>
    [Alias("ConfirmUpload")]
    Task<Result<VideoSnapshot>> ConfirmUpload(IReadOnlyList<UploadedPart>? parts);

    /// <summary>The object store says that the source object is there; the same as a confirmation.</summary>
    [Alias("SourceArrived")]
    Task<Result<VideoSnapshot>> SourceArrived(long size);

    /// <summary>Something happened to a transcode job.</summary>
    [Alias("ReportJob")]
    Task ReportJob(JobReport report);

    [Alias("Update")]
    Task<Result<VideoSnapshot>> Update(VideoDetails details, string? ifMatch);

    /// <summary>Starts another attempt after a failure.</summary>
    [Alias("Retry")]
    Task<Result<VideoSnapshot>> Retry();

    /// <summary>Deletes the video; its objects are removed even if this process dies now.</summary>
    [Alias("Delete")]
    Task<Result<VideoSnapshot>> Delete(string? ifMatch);

    /// <summary>Asks the ports what is true and goes on from there. Called by the sweeper.</summary>
    [Alias("Reconcile")]
    Task Reconcile();
}
