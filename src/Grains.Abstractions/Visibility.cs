namespace ContentPages;

/// <summary>Who may see an entity.</summary>
[GenerateSerializer, Alias("contentpages.Visibility")]
public enum Visibility
{
    /// <summary>Its owner only. Media is served through expiring signed addresses.</summary>
    Private = 0,
    /// <summary>Whoever has the address; never listed. Media is served through expiring signed addresses.</summary>
    Unlisted = 1,
    /// <summary>Everyone; listed and searchable.</summary>
    Public = 2,
}
