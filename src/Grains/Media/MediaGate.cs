using System.Collections.Concurrent;
using ContentPages.Catalog;

namespace ContentPages.Grains.Media;

/// <summary>
/// The objects of public entities are open to everyone. Answers are remembered until the catalog is written to; where writes by other
/// processes cannot be seen, for <see cref="GoodFor"/>.
/// </summary>
internal sealed class MediaGate(IEnumerable<IMediaOwner> kinds, ICatalogReader catalog, TimeProvider time) : IMediaGate
{
    /// <summary>Overflow policy: all answers are forgotten and asked for again.</summary>
    private const int MostAnswers = 10_000;

    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);

    private readonly IMediaOwner[] _kinds = [.. kinds];
    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    public async ValueTask<bool> IsPublic(string key, CancellationToken cancel)
    {
        foreach (var kind in _kinds)
            if (kind.OwnerOf(key) is { } id) return await IsPublic(kind, id, cancel);
        return false;
    }

    private async ValueTask<bool> IsPublic(IMediaOwner kind, string id, CancellationToken cancel)
    {
        // Read before the look-up: a write in between makes the answer old, never the other way round.
        var revision = catalog.Revision;
        var now = time.GetTimestamp();
        if (_answers.TryGetValue(id, out var known) && known.Kind == kind && IsGood(known, revision, now)) return known.IsPublic;
        var isPublic = await kind.IsPublic(id, cancel);
        if (_answers.Count >= MostAnswers) _answers.Clear();
        _answers[id] = new(kind, isPublic, revision, now);
        return isPublic;
    }

    private bool IsGood(Answer answer, long? revision, long now) =>
        revision is null ? time.GetElapsedTime(answer.At, now) < GoodFor : answer.Revision == revision;

    private readonly record struct Answer(IMediaOwner Kind, bool IsPublic, long? Revision, long At);
}
