namespace ContentPages;

/// <summary>Ids are UUIDv7 in lower case: unique without coordination, and sorted by creation time.</summary>
public static class EntityId
{
    public static string New(DateTimeOffset now) => Guid.CreateVersion7(now).ToString();

    /// <summary>Whether the text is an id as <see cref="New"/> writes it; anything else cannot exist and need not be looked up.</summary>
    public static bool IsValid(string? text) =>
        Guid.TryParseExact(text, "D", out var id) && id.Version == 7 && text == id.ToString();
}
