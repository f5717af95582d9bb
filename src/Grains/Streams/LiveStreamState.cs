using System.Text.Json.Serialization;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>Everything that is stored of a stream. Changed by <see cref="LiveStreamMachine.Apply"/> alone.</summary>
public sealed record LiveStreamState : ICatalogEntity
{
    public const string Kind = "STREAM";

    public string Id { get; init; } = "";

    public string OwnerId { get; init; } = "";

    public string OwnerName { get; init; } = "";

    public StreamStatus Status { get; init; }

    public StreamDetails Details { get; init; } = new("", "", Visibility.Private);

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Null until it is made.</summary>
    public LiveChannel? Channel { get; init; }

    public SignalState Signal { get; init; } = new();

    /// <summary>Oldest first; when there are too many, the oldest settled one is dropped.</summary>
    public IReadOnlyList<SessionState> Sessions { get; init; } = [];

    /// <summary>When the session ends by itself; only while reconnecting.</summary>
    public DateTimeOffset? ReconnectBy { get; init; }

    /// <summary>End of the last session that was live; null before the first.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who watches; stored once a minute.</summary>
    public int Viewers { get; init; }

    /// <summary>Object-store key.</summary>
    public string? Cover { get; init; }

    public CoverState Covers { get; init; } = new();

    public StreamTrouble? Trouble { get; init; }

    /// <summary>What was decided and may not be done yet; sessions have their own.</summary>
    public StreamWork Pending { get; init; }

    /// <summary>When the sweeper must look; null when nothing is open.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The session that is on, or the last one.</summary>
    [JsonIgnore]
    public SessionState? Session => Sessions.Count == 0 ? null : Sessions[^1];

    [JsonIgnore]
    public bool IsOnAir => Status is StreamStatus.Live or StreamStatus.Reconnecting;

    /// <summary>Whether a session is on, also one that waits for its signal.</summary>
    [JsonIgnore]
    public bool IsInSession => IsOnAir || Status is StreamStatus.Starting;

    [JsonIgnore]
    public bool CatalogListed => Details.Visibility == Visibility.Public && Status is not (StreamStatus.None or StreamStatus.Deleted);

    [JsonIgnore]
    public string CatalogStatus => Status.ToString();

    [JsonIgnore]
    public string CatalogSearchText => SearchText.Fold(Details.Title);

    public IReadOnlyList<CatalogEntry> Entries()
    {
        var entries = new List<CatalogEntry>(3);
        if (DueAt is { } due) entries.Add(new(CatalogIndex.OpenWork, Kind, CatalogSort.Time(due)));
        if (Status is StreamStatus.None or StreamStatus.Deleted) return entries;
        entries.Add(new(CatalogIndex.Owner, $"{Kind}#{OwnerId}", CatalogSort.Time(CreatedAt)));
        if (IsOnAir) entries.Add(new(CatalogIndex.Live, Kind, CatalogSort.Time(Session?.LiveAt ?? CreatedAt)));
        // One that waits for its encoder is still what people wait for.
        if (Status is StreamStatus.Scheduled or StreamStatus.Starting && Details.ScheduledFor is { } planned)
            entries.Add(new(CatalogIndex.Scheduled, Kind, CatalogSort.Time(planned)));
        if (Status is StreamStatus.Ended && EndedAt is { } ended) entries.Add(new(CatalogIndex.Public, Kind, CatalogSort.Time(ended)));
        return entries;
    }
}

[Flags]
public enum StreamWork
{
    None = 0,
    /// <summary>Make the channel.</summary>
    CreateChannel = 1,
    /// <summary>Remove covers that are not shown any more.</summary>
    RemoveCovers = 2,
    /// <summary>Remove channel and objects once every recording is settled, then the item itself.</summary>
    RemoveEverything = 4,
}
