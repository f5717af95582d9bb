namespace ContentPages.Catalog;

/// <summary>The indexes of the catalog. Each has a partition and a sort key; an item is in an index when it has an entry for it.</summary>
public enum CatalogIndex
{
    /// <summary>Partition: <c>{kind}#{ownerId}</c>; sort: created.</summary>
    Owner,
    /// <summary>Partition: kind; sort: published.</summary>
    Public,
    /// <summary>Partition: <c>{kind}#{trackId}</c>; sort: created. Holds all of a track's videos; <see cref="CatalogQuery.ListedOnly"/> leaves the public ones.</summary>
    Track,
    /// <summary>Partition: <c>{kind}#{albumId}</c>; sort: created, or a track's place.</summary>
    Album,
    /// <summary>Partition: kind; sort: folded title, for prefix search.</summary>
    Title,
    /// <summary>Partition: kind; sort: when the sweeper must look. Sparse: only items that are not in a final state.</summary>
    OpenWork,
    /// <summary>Partition: kind; sort: when it went live.</summary>
    Live,
    /// <summary>Partition: kind; sort: when it is planned to start.</summary>
    Scheduled,
}
