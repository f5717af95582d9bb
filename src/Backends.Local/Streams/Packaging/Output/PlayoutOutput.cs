using System.Text;
using ContentPages.Backends.Local.Streams.Packaging.Disk;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>A session or preview: its renditions on one timeline. One writer at a time.</summary>
internal sealed class PlayoutOutput
{
    // How far apart keyframes of two renditions may be that belong together, in seconds.
    private const double Aligned = 0.15;
    private const int KeptBoundaries = 64;
    private const double LongestLow = 10;

    private readonly OutputShape _shape;
    private readonly ArrivalClock _arrivals = new();
    private readonly List<Stretch> _stretches = [];
    private readonly Queue<(double Start, DateTimeOffset At, long Number)> _boundaries = new();
    private volatile bool _retired;
    private Stretch? _lowStretch;
    private double _lastKeyframe;
    private volatile RenditionOutput? _low;
    private volatile byte[]? _master;
    private string _masterText = "";

    /// <param name="folder">Where it is kept; null for in memory only.</param>
    public PlayoutOutput(OutputShape shape, string? folder)
    {
        (_shape, Folder) = (shape, folder);
        var before = folder is null ? null : RecoveredRendition.Of(Path.Combine(folder, RecordedFolder.Source));
        Source = Make(RecordedFolder.Source, before);
        if (folder is null || RecoveredRendition.Of(Path.Combine(folder, RecordedFolder.Low)) is not { } low) return;
        _low = Make(RecordedFolder.Low, low);
        Introduce();
    }

    public string? Folder { get; }

    public RenditionOutput Source { get; }

    public RenditionOutput? Low => _low;

    /// <summary>Whether it is forgotten: nothing of it is served any more.</summary>
    public bool Retired => _retired;

    /// <summary>The multivariant playlist; null until there is something to play.</summary>
    public byte[]? Master => _master;

    public void Accept(Rendition rendition, TimedFragment item)
    {
        if (rendition == Rendition.Source) AcceptSource(item);
        else AcceptLow(item);
    }

    /// <summary>The encoder is gone.</summary>
    public void Pause()
    {
        Source.Pause();
        _low?.Pause();
    }

    /// <summary>Nothing will be added any more.</summary>
    public void Complete()
    {
        Source.Complete();
        _low?.Complete();
        WriteMaster();
        if (Folder is null || Source.Segments.Count == 0) return;
        var path = Path.Combine(Folder, RecordedFolder.Master);
        File.WriteAllText(path + ".tmp", _masterText);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <summary>Forgets it; those who wait are sent away.</summary>
    public void Retire()
    {
        _retired = true;
        Tick();
        Source.Dispose();
        _low?.Dispose();
    }

    public void Tick()
    {
        Source.Tick();
        _low?.Tick();
    }

    private void AcceptSource(TimedFragment item)
    {
        var fragment = item.Fragment;
        var stretch = _stretches.Count > 0 && _stretches[^1].Run == item.Run && _stretches[^1].Epoch == item.Epoch ? _stretches[^1] : null;
        var isBreak = stretch is null;
        if (stretch is null)
        {
            if (!fragment.StartsWithKeyframe) return;
            if (_stretches.Count > 0 && _stretches[^1].Run != item.Run) _stretches.Clear();
            stretch = new Stretch(item.Run, item.Epoch, fragment.StartSeconds, Source.End - fragment.StartSeconds);
            _stretches.Add(stretch);
            _arrivals.Break();
        }

        if (fragment.StartsWithKeyframe)
        {
            var start = fragment.Video!.StartSeconds + stretch.Offset;
            if (isBreak || CutsAt(start))
            {
                var at = _arrivals.Follow(start, item.At.AddSeconds(-fragment.Video.Track.Seconds(fragment.Video.Duration)));
                Source.Cut(start, Source.InitOf(item.Init), isBreak, at);
                _boundaries.Enqueue((start, at, Source.Next - 1));
                if (_boundaries.Count > KeptBoundaries) _boundaries.Dequeue();
                WriteMaster();
            }

            _lastKeyframe = start;
        }

        Source.Add(fragment, stretch.Offset);
        if (_master is null) WriteMaster();
    }

    // At the keyframe nearest to the target: where the next one would be too far.
    private bool CutsAt(double start)
    {
        if (Source.OpenStart is not { } open) return true;
        var length = start - open;
        return length >= _shape.Options.MinimumSegmentSeconds - 0.01 && length + (start - _lastKeyframe) > _shape.Options.SegmentSeconds + 0.05;
    }

    private void AcceptLow(TimedFragment item)
    {
        var fragment = item.Fragment;
        if (_stretches.FindLast(one => one.Run == item.Run && fragment.StartSeconds >= one.From - Aligned) is not { } stretch) return;
        var isBreak = stretch != _lowStretch;
        if (isBreak && !fragment.StartsWithKeyframe) return;
        if (fragment.StartsWithKeyframe)
        {
            var start = Math.Max(0, fragment.Video!.StartSeconds + stretch.Offset);
            var boundary = _boundaries.Where(one => Math.Abs(one.Start - start) < Aligned).Select(one => ((double Start, DateTimeOffset At, long Number)?)one).LastOrDefault();
            if (isBreak && boundary is null) return;
            if (_low is null)
            {
                _low = Make(RecordedFolder.Low, null);
                Introduce();
            }

            _lowStretch = stretch;
            if (boundary is { } cut)
            {
                _low.StartWith(cut.Number);
                _low.Cut(start, _low.InitOf(item.Init), isBreak, cut.At);
            }
            else if (start - _low.OpenStart > LongestLow)
            {
                var near = _boundaries.Last(one => one.Start <= start || one == _boundaries.Peek());
                _low.Cut(start, _low.InitOf(item.Init), false, near.At.AddSeconds(start - near.Start));
            }
        }

        _low?.Add(fragment, stretch.Offset);
    }

    private RenditionOutput Make(string name, RecoveredRendition? before)
    {
        var made = new RenditionOutput(name, _shape, Folder is null ? null : Path.Combine(Folder, name));
        made.Restore(before);
        return made;
    }

    private void Introduce() => (Source.Other, _low!.Other) = (_low, Source);

    private void WriteMaster()
    {
        if (Source.View is null) return;
        var text = MasterText.Of(_low?.View is null ? [Source] : [Source, _low]);
        if (text == _masterText) return;
        _masterText = text;
        _master = Encoding.ASCII.GetBytes(text);
    }
}
