namespace ContentPages.Catalog;

/// <summary>A page of a list.</summary>
/// <param name="NextCursor">What to ask the next page with, or null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
