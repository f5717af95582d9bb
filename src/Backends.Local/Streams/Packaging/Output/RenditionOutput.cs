using System.Text;
using ContentPages.Backends.Local.Streams.Packaging.Boxes;
using ContentPages.Backends.Local.Streams.Packaging.Disk;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>
/// One rendition of a session or preview: cuts fragments into parts and segments, keeps the last of them in memory and all on disk, and publishes
/// what viewers see. One writer at a time; any number of readers of <see cref="View"/>.
/// </summary>
internal sealed partial class RenditionOutput : IDisposable
{
    private const double PartSeconds = 0.25;

    // Memory of one rendition, whatever the bitrate; at 25 Mbit/s it is 20 s.
    private const long MostBytes = 64 << 20;
    private const int FewestSegments = 3;

    private readonly OutputShape _shape;
    private readonly string? _folder;
    private readonly SegmentLog _log = new();
    private readonly List<MediaSegment> _recent = [];
    private readonly List<InitFile> _inits = [];
    private readonly List<MediaPart> _parts = [];
    private readonly PendingPart _pending = new();
    private SegmentFiles? _files;
    private ListedSegment? _open;
    private double _openSeconds;
    private long _next;
    private uint _sequence;
    private double? _partTarget;
    private int _target;
    private bool _changed;
    private volatile RenditionView? _view;

    /// <param name="folder">Where it is kept; null for in memory only.</param>
    public RenditionOutput(string name, OutputShape shape, string? folder)
    {
        (Name, _shape, _folder, _next) = (name, shape, folder, shape.FirstNumber);
        _target = (int)Math.Round(shape.Options.SegmentSeconds);
    }

    public string Name { get; }

    /// <summary>Null until there is something to play.</summary>
    public RenditionView? View => _view;

    /// <summary>Why it is no longer kept on disk, if so.</summary>
    public Exception? DiskFailure { get; private set; }

    /// <summary>Where the timeline ends, in seconds: picture and sound.</summary>
    public double End { get; private set; }

    /// <summary>Where the picture ends, in seconds.</summary>
    public double PictureEnd { get; private set; }

    public double? OpenStart => _open?.Start;

    /// <summary>Number of the segment that is next.</summary>
    public long Next => _next;

    /// <summary>Frames a second of the newest picture; 0 before the first.</summary>
    public double FrameRate { get; private set; }

    public IReadOnlyList<ListedSegment> Segments => _log.All;

    public InitFile? Init => _open?.Init ?? _log.Last?.Init;

    /// <summary>Bits a second: of the largest segment, and of all that are in memory.</summary>
    public (long Peak, long Average) BitRates { get; private set; }

    /// <summary>The file of an initialization; the same for the same bytes.</summary>
    public InitFile InitOf(Mp4Init init)
    {
        if (_inits.Find(known => known.Init.SameAs(init)) is { } same) return same;
        var made = new InitFile(_shape.FirstNumber + _inits.Count, init);
        _inits.Add(made);
        ToDisk(files => files.WriteInit(made));
        return made;
    }

    /// <summary>Begins a segment at a keyframe; the one before is finished.</summary>
    /// <param name="start">Seconds on the session's timeline.</param>
    /// <param name="isBreak">Whether this does not go on where the one before ended.</param>
    public void Cut(double start, InitFile init, bool isBreak, DateTimeOffset at)
    {
        Finish(isBreak ? PictureEnd : start);
        _open = new ListedSegment(_next++, start, 0, init, isBreak && _log.Last is not null, at);
        var head = new StringBuilder().SegmentHead(_open, _log.Last?.Init).ToString();
        ToDisk(files => files.Begin(_open.Number, head));
        _changed = true;
    }

    /// <summary>Opens the folder, and goes on behind what was made before by a process that is no more. Call it once, before anything else.</summary>
    public void Restore(RecoveredRendition? before)
    {
        foreach (var segment in before?.Segments ?? [])
        {
            _log.Append(segment);
            _target = Math.Max(_target, (int)Math.Round(segment.Seconds));
        }

        _inits.AddRange(before?.Inits ?? []);
        if (_folder is not null)
            Guarded(() => _files = new SegmentFiles(_folder, Encoding.ASCII.GetString(_log.Bytes, 0, _log.StartOf(_log.Count))));
        if (before is null || _log.Last is not { } last) return;
        (_next, End, PictureEnd, BitRates) = (last.Number + 1, before.End, before.PictureEnd, before.BitRates);
        Publish();
    }

    /// <summary>Starts with another number; only before the first segment.</summary>
    public void StartWith(long number)
    {
        if (_log.Last is null && _open is null) _next = number;
    }

    /// <summary>Adds a fragment to the open segment; without one it is left out.</summary>
    /// <param name="offset">Seconds from its own clock to the session's timeline.</param>
    public void Add(Mp4Fragment fragment, double offset)
    {
        if (_open is null) return;
        if (fragment.StartsWithKeyframe) Flush();
        var pieces = _pending.Add(fragment, offset, ++_sequence);
        ToDisk(files => files.Append(pieces));
        End = Math.Max(End, fragment.EndSeconds + offset);
        if (fragment.Video is { } video)
        {
            PictureEnd = video.EndSeconds + offset;
            _partTarget ??= PartTargetOf(video);
            FrameRate = Math.Round(FrameRate > 0 ? FrameRate + ((RateOf(video) - FrameRate) / 16) : RateOf(video), 3);
        }

        _openSeconds = PictureEnd - _open.Start;
        if (_log.Last is null && _openSeconds > 0) BitRates = (RateOfOpen(), RateOfOpen());
        _target = Math.Max(_target, (int)Math.Round(_openSeconds));
        if (_pending.Seconds > _partTarget / 2) Flush();
        if (_changed) Publish();
    }

    /// <summary>Finishes the open segment: the encoder is gone.</summary>
    public void Pause()
    {
        Finish(PictureEnd);
        if (_changed) Publish();
    }

    /// <summary>Nothing will be added any more.</summary>
    public void Complete()
    {
        Finish(PictureEnd);
        ToDisk(files => files.Complete(Whole()));
        _files?.Dispose();
        _files = null;
        _ended = true;
        Publish();
    }

    /// <summary>Closes its files as they are.</summary>
    public void Dispose() => _files?.Dispose();

    private void Flush()
    {
        if (_pending.IsEmpty) return;
        _parts.Add(_pending.Take());
        _changed |= _shape.Parts;
    }

    private void Finish(double end)
    {
        if (_open is not { } open) return;
        Flush();
        _open = null;
        if (_parts.Count == 0)
        {
            _next--;
            return;
        }

        var listed = open with { Seconds = Math.Max(0.001, end - open.Start) };
        var segment = new MediaSegment(listed.Number, [.. _parts], Whole: true);
        _parts.Clear();
        _target = Math.Max(_target, (int)Math.Round(listed.Seconds));
        _recent.Add(segment);
        _log.Append(listed);
        var tail = new StringBuilder().SegmentTail(listed).ToString();
        ToDisk(files => files.Finish(tail));
        Forget();
        var peak = Math.Max(BitRates.Peak, listed.Seconds >= _shape.Options.MinimumSegmentSeconds / 2 ? (long)(segment.Length * 8 / listed.Seconds) : 0);
        BitRates = (peak, (long)(_recent.Sum(one => one.Length) * 8 / Math.Max(0.1, _recent.Sum(one => one.Seconds))));
        _changed = true;
    }

    private void Forget()
    {
        var (seconds, bytes) = (_recent.Sum(segment => segment.Seconds), _recent.Sum(segment => segment.Length));
        var slides = _files is null;
        while (_recent.Count > FewestSegments
            && (seconds > _shape.Options.MemorySeconds || bytes > MostBytes || (slides && _recent.Count > _shape.MostSegments)))
        {
            seconds -= _recent[0].Seconds;
            bytes -= _recent[0].Length;
            _recent.RemoveAt(0);
        }

        // What is neither in memory nor on disk cannot be listed.
        if (slides) _log.Keep(_recent.Count);
    }

    private void ToDisk(Action<SegmentFiles> write)
    {
        if (_files is { } files) Guarded(() => write(files));
    }

    // The disk is full or gone: viewers go on without it.
    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            DiskFailure = failure;
            _files?.Dispose();
            _files = null;
        }
    }

    private long RateOfOpen() => (long)((_parts.Sum(part => (long)part.Length) + _pending.Length) * 8 / _openSeconds);

    private static double RateOf(TrackRun video) => video.Duration > 0 ? video.Samples / video.Track.Seconds(video.Duration) : 0;

    private static double PartTargetOf(TrackRun video)
    {
        var frame = Math.Clamp(video.Track.Seconds(video.Duration) / video.Samples, 0.001, 1);
        var seconds = Math.Ceiling((PartSeconds / frame) - 0.001) * frame;
        // Encoders' clocks are rounded to milliseconds.
        return (Math.Ceiling(seconds * 1000) + 1) / 1000;
    }
}
