namespace ContentPages.Web.Live;

/// <summary>What one connection watches, and whose stream each needs. A connection's calls come one at a time.</summary>
internal sealed class Watches
{
    /// <summary>Stands for the caller's own library; no video has such an id.</summary>
    public const string Library = "";

    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    public int Videos => _owners.Count - (_owners.ContainsKey(Library) ? 1 : 0);

    public bool Has(string videoId) => _owners.ContainsKey(videoId);

    public void Add(string videoId, string ownerId) => _owners.Add(videoId, ownerId);

    /// <returns>Whose stream is no longer needed for it, or null when it was not watched.</returns>
    public string? Remove(string videoId) => videoId != Library && _owners.Remove(videoId, out var owner) ? owner : null;

    /// <returns>Whose streams are no longer needed, once for each watch.</returns>
    public IReadOnlyList<string> Clear()
    {
        string[] owners = [.. _owners.Values];
        _owners.Clear();
        return owners;
    }
}
