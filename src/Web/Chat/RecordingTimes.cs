using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Web.Chat;

/// <summary>
/// Which moment each second of a recording shows: it begins when the session was live, and joins what is before and after a time without the encoder.
/// Such a time lies at the nearest mark of the recording, since what a provider reports is whole seconds and late; without a mark within
/// <see cref="Nearest"/> (the recording has marks of other breaks too, or none at all) where the reported times say.
/// </summary>
internal sealed class RecordingTimes
{
    private const double Nearest = 10;
    private readonly List<Piece> _pieces;
    private readonly double _seconds;

    /// <param name="breaks">Of its session, in order.</param>
    public RecordingTimes(VideoRecording recording, IReadOnlyList<StreamBreak> breaks)
    {
        _seconds = recording.Media.DurationSeconds;
        _pieces = [new(0, recording.LiveAt)];
        foreach (var lost in breaks)
        {
            // What a session ended with has nothing after it.
            if (lost.BackAt is not { } back) break;
            var before = _pieces[^1];
            var expected = Math.Max(before.At, before.At + (lost.LostAt - before.Time).TotalSeconds);
            var marks = (recording.Media.Breaks ?? []).Where(mark => mark > before.At && Math.Abs(mark - expected) <= Nearest);
            _pieces.Add(new(marks.Select(static mark => (double?)mark).MinBy(mark => Math.Abs(mark!.Value - expected)) ?? expected, back));
        }
    }

    /// <summary>The second of the recording that shows a moment; of one without the encoder, where it is missing.</summary>
    public double SecondOf(DateTimeOffset time)
    {
        var i = Math.Max(0, _pieces.FindLastIndex(piece => piece.Time <= time));
        var end = i + 1 < _pieces.Count ? _pieces[i + 1].At : _seconds;
        return Math.Round(Math.Clamp(_pieces[i].At + (time - _pieces[i].Time).TotalSeconds, _pieces[i].At, Math.Max(_pieces[i].At, end)), 3);
    }

    /// <summary>The first moment that is shown at a second or later; at the end of the recording where that is over.</summary>
    public DateTimeOffset TimeOf(double second)
    {
        var at = Math.Clamp(second, 0, _seconds);
        var i = Math.Max(0, _pieces.FindLastIndex(piece => piece.At < at));
        var time = _pieces[i].Time.AddSeconds(at - _pieces[i].At);
        return i + 1 < _pieces.Count && _pieces[i + 1].Time < time ? _pieces[i + 1].Time : time;
    }

    /// <summary>From a second of the recording on it shows what was live from a time on.</summary>
    private sealed record Piece(double At, DateTimeOffset Time);
}
