namespace ContentPages.Grains.Chat;

/// <summary>The pace of everybody who has written of late.</summary>
/// <param name="most">People remembered. Overflow policy: who has been silent longest is forgotten, and starts anew.</param>
internal sealed class AuthorPaces(int most)
{
    private readonly Dictionary<string, AuthorPace> _paces = new(StringComparer.Ordinal);

    public AuthorPace Of(string userId) => _paces.GetValueOrDefault(userId);

    public void Set(string userId, AuthorPace pace)
    {
        if (_paces.Count >= most && !_paces.ContainsKey(userId))
        {
            // A tenth at a time, so that a full room does not look through all of them for every newcomer.
            foreach (var silent in _paces.OrderBy(p => p.Value.CountedAt).Take((most / 10) + 1).ToList()) _paces.Remove(silent.Key);
        }

        _paces[userId] = pace;
    }
}
