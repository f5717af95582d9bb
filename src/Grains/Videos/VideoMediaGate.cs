using System.Collections.Concurrent;
using ContentPages.Catalog;
using ContentPages.Grains.Media;
using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>
/// The outputs of public videos are open to everyone. Answers are remembered until the catalog is written to; where writes by other
/// processes cannot be seen, for <see cref="GoodFor"/>.
/// </summary>
internal sealed class VideoMediaGate(IVideoReader videos, ICatalogReader catalog, TimeProvider time) : IMediaGate
{
    /// <summary>Overflow policy: all answers are forgotten and asked for again.</summary>
    private const int MostAnswers = 10_000;

    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    public async ValueTask<bool> IsPublic(string key, CancellationToken cancel)
    {
        if (!VideoKeys.TryParseOutput(key, out var videoId)) return false;

        // Read before the look-up: a write in between makes the answer old, never the other way round.
        var revision = catalog.Revision;
        var now = time.GetTimestamp();
        if (_answers.TryGetValue(videoId, out var known) && IsGood(known, revision, now)) return known.IsPublic;
        var isPublic = await videos.Get(videoId, cancel) is { Details.Visibility: Visibility.Public };
        if (_answers.Count >= MostAnswers) _answers.Clear();
        _answers[videoId] = new(isPublic, revision, now);
        return isPublic;
    }

    private bool IsGood(Answer answer, long? revision, long now) =>
        revision is null ? time.GetElapsedTime(answer.At, now) < GoodFor : answer.Revision == revision;

    private readonly record struct Answer(bool IsPublic, long? Revision, long At);
}
