using System.Text.Json.Serialization;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>Everything that is stored of a video. Changed by <see cref="VideoMachine.Apply"/> alone.</summary>
public sealed record VideoState : ICatalogEntity
{
    public const string Kind = "VIDEO";

    public string Id { get; init; } = "";

    public string OwnerId { get; init; } = "";

    public string OwnerName { get; init; } = "";

    public VideoStatus Status { get; init; }

    public VideoDetails Details { get; init; } = new("", "", Visibility.Private);

    public SourceFile Source { get; init; } = new("", "", 0);

    /// <summary>The live session that it is of; null for an uploaded film.</summary>
    public VideoRecording? Recording { get; init; }

    public UploadState Upload { get; init; } = new(UploadKind.Single, 0, null);

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Number of the present attempt; 0 before the first.</summary>
    public int Attempt { get; init; }

    public DateTimeOffset? AttemptStartedAt { get; init; }

    /// <summary>Attempts that were started without being asked for, since a person last asked.</summary>
    public int AutomaticAttempts { get; init; }

    public JobState? Job { get; init; }

    public VideoMedia? Media { get; init; }

    public TranscodeProgress? Progress { get; init; }

    public VideoFailure? Failure { get; init; }

    /// <summary>What was decided and may not be done yet.</summary>
    public PendingWork Pending { get; init; }

    /// <summary>When the sweeper must look; null when nothing is open.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>A recording is shown from the moment that it is there, whether its renditions are being made or could not be.</summary>
    [JsonIgnore]
    public bool CatalogListed => Details.Visibility == Visibility.Public
        && (Status == VideoStatus.Ready || (Recording is not null && Status is VideoStatus.Processing or VideoStatus.Failed));

    [JsonIgnore]
    public string CatalogStatus => Status.ToString();

    [JsonIgnore]
    public string CatalogSearchText => SearchText.Fold(Details.Title);

    public IReadOnlyList<CatalogEntry> Entries()
    {
        var entries = new List<CatalogEntry>(5);
        if (DueAt is { } due) entries.Add(new(CatalogIndex.OpenWork, Kind, CatalogSort.Time(due)));
        if (Status is VideoStatus.None or VideoStatus.Deleted) return entries;
        var created = CatalogSort.Time(CreatedAt);
        entries.Add(new(CatalogIndex.Owner, $"{Kind}#{OwnerId}", created));
        if (CatalogListed) entries.Add(new(CatalogIndex.Public, Kind, CatalogSort.Time(PublishedAt ?? CreatedAt)));
        if (Details.TrackId is { } track) entries.Add(new(CatalogIndex.Track, $"{Kind}#{track}", created));
        if (Details.AlbumId is { } album) entries.Add(new(CatalogIndex.Album, $"{Kind}#{album}", created));
        return entries;
    }
}

/// <param name="PartSize">Bytes per part; 0 for a single PUT.</param>
/// <param name="UploadId">The object store's id of a multipart upload, once begun.</param>
public sealed record UploadState(UploadKind Kind, long PartSize, string? UploadId);

/// <param name="LastReportAt">Newest report taken in; older ones are late.</param>
/// <param name="RunningSince">When it left the queue; what time left is computed from.</param>
public sealed record JobState(string JobId, DateTimeOffset LastReportAt, DateTimeOffset? RunningSince);

[Flags]
public enum PendingWork
{
    None = 0,
    /// <summary>Submit the present attempt's job.</summary>
    SubmitJob = 1,
    /// <summary>Remove what ended attempts and a given-up upload have left.</summary>
    RemoveLeftovers = 2,
    /// <summary>Remove every object, then the item itself.</summary>
    RemoveEverything = 4,
}
