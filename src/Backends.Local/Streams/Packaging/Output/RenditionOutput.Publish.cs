using System.Text;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

internal sealed partial class RenditionOutput
{
    private bool _ended;
    private int _ticks;

    /// <summary>The other rendition, for reports on it.</summary>
    public RenditionOutput? Other { get; set; }

    /// <summary>Wakes those who wait, so that none waits for ever.</summary>
    public void Tick()
    {
        _ticks++;
        if (_view is { Ended: false } view) Replace(view.Woken(_ticks));
    }

    private void Publish()
    {
        _changed = false;
        var open = new MediaSegment(_open?.Number ?? _next, [.. _parts], Whole: false);
        if (_log.Count == 0 && open.Parts.Length == 0) return;
        if (!_shape.Parts && _log.Count == 0) return;
        MediaSegment[] recent = [.. _recent, open];
        var etag = FormattableString.Invariant($"{open.Number}.{open.Parts.Length}{(_ended ? "e" : "")}");
        Replace(new RenditionView(
            open.Number, _shape.Parts ? open.Parts.Length : 0, _shape.Parts, _ended, recent, [.. _inits], Playlist(open, etag, delta: false), Playlist(open, etag, delta: true), _ticks));
    }

    private void Replace(RenditionView view)
    {
        var before = _view;
        _view = view;
        before?.Supersede();
    }

    private byte[] Whole()
    {
        var (from, to) = (_log.StartOf(0), _log.StartOf(_log.Count));
        return [.. Head(ended: true, 0), .. _log.Bytes.AsSpan(from, to - from), .. Encoding.ASCII.GetBytes(PlaylistText.End + "\n")];
    }

    private PlaylistDocument Playlist(MediaSegment open, string etag, bool delta)
    {
        var end = PictureEnd;
        var skipped = delta && !_ended ? CountUntil(end - (PlaylistText.SkipTargets * _target)) : 0;
        var plain = _shape.Parts && !_ended ? Math.Max(CountUntil(end - (PlaylistText.PartTargets * _target)), _log.Count - _recent.Count) : _log.Count;
        var tail = new StringBuilder();
        for (var index = plain; index < _log.Count; index++)
            tail.SegmentHead(_log[index], _log.InitBefore(index)).PartsOf(_recent[index - (_log.Count - _recent.Count)]).SegmentTail(_log[index]);
        if (_ended) tail.Append(PlaylistText.End).Append('\n');
        else if (_shape.Parts)
        {
            if (_open is not null && open.Parts.Length > 0) tail.SegmentHead(_open, _log.Last?.Init).PartsOf(open);
            if (_partTarget is not null) tail.Hint(open.Number, open.Parts.Length);
            if (Other?.View is { } other) tail.Report(Other.Name, other);
        }

        return new PlaylistDocument(
            $"\"{etag}{(skipped > 0 ? "d" : "")}\"", Head(_ended, skipped), _log.Bytes, _log.StartOf(skipped), _log.StartOf(plain), Encoding.ASCII.GetBytes(tail.ToString()));
    }

    private byte[] Head(bool ended, int skipped)
    {
        var first = _log.Count > 0 ? _log[0] : _open;
        var text = new StringBuilder().Head(_target, _shape.Parts ? _partTarget : null, first?.Number ?? _next, _log.BreaksBefore, ended);
        if (skipped > 0) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"#EXT-X-SKIP:SKIPPED-SEGMENTS={skipped}\n");
        // The first segment that is listed names its initialization only where that is new.
        var (shown, before) = skipped < _log.Count ? (_log[skipped].Init, _log.InitBefore(skipped)) : (_open?.Init, _log.Last?.Init);
        if (shown is not null && shown == before) text.MapOf(shown);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    // Segments that end before a moment.
    private int CountUntil(double moment)
    {
        var count = _log.Count;
        while (count > 0 && _log[count - 1].Start + _log[count - 1].Seconds > moment) count--;
        return count;
    }
}
