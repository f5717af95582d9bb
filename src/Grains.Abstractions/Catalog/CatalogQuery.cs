namespace ContentPages.Catalog;

/// <summary>A page of one partition of one index, ordered by sort key and then by primary key.</summary>
/// <param name="Limit">At most so many items; 1 to 100. A page may be shorter although more follow: only <see cref="CatalogPage.Cursor"/> tells.</param>
/// <param name="Cursor">From the page before; null for the first. Opaque; a foreign or damaged one throws <see cref="InvalidCursorException"/>.</param>
/// <param name="UpTo">Only items whose sort key is at most this; null for all.</param>
/// <param name="SortPrefix">Only items whose sort key starts with this; null for all.</param>
/// <param name="Status">Only items with this status; null for all.</param>
/// <param name="Contains">Only items whose search text contains this, folded like <see cref="SearchText.Fold"/>; null for all.</param>
/// <param name="ListedOnly">Only items that are listed for everyone.</param>
public sealed record CatalogQuery(
    CatalogIndex Index,
    string Partition,
    bool Descending = false,
    int Limit = 24,
    string? Cursor = null,
    string? UpTo = null,
    string? SortPrefix = null,
    string? Status = null,
    string? Contains = null,
    bool ListedOnly = false);

public sealed record CatalogPage(IReadOnlyList<CatalogItem> Items, string? Cursor);

/// <summary>A cursor that this query did not make. Callers answer it as a bad request.</summary>
public sealed class InvalidCursorException() : Exception("The cursor does not belong to this list.");
