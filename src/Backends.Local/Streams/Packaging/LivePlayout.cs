using ContentPages.Backends.Local.Streams.Packaging.Output;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>What one stream plays out: the preview of the connection that is there, and the session that is on.</summary>
internal sealed class LivePlayout : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PlayoutContext _context;
    private readonly Dictionary<int, (PlayoutOutput Output, PlayoutSession Session, DateTimeOffset At)> _ended = [];
    private readonly PosterTaker _poster;
    private PackagingRun? _run;
    private DateTimeOffset _lost;
    private volatile PlayoutOutput? _preview;
    private volatile PlayoutSession? _session;
    private volatile PlayoutOutput? _output;

    public LivePlayout(string streamId, PlayoutContext context)
    {
        (StreamId, _context) = (streamId, context);
        _poster = new PosterTaker(context, Path.Combine(context.Scratch, "stills", streamId));
    }

    public string StreamId { get; }

    /// <summary>The session that is on, or null.</summary>
    public int? Session => _session?.Number;

    /// <summary>The newest still of what is sent, as JPEG; null before the first.</summary>
    internal byte[]? Poster => _poster.Newest;

    /// <summary>
    /// Plays out a session from now on: from the newest keyframe if something is connected. One that is on already stays as it is; one whose folder
    /// is from before a restart goes on after a break; one that has ended stays ended.
    /// </summary>
    public void Begin(PlayoutSession session)
    {
        lock (_lock)
        {
            if (_session?.Number == session.Number || _ended.ContainsKey(session.Number) || RecordedFolder.Read(FolderOf(session)) is not null) return;
            if (_session is { } other) Complete(other, _output!);
            _output = new PlayoutOutput(ShapeOf(session.Latency), FolderOf(session));
            _session = session;
            if (_run is null) return;
            foreach (var rendition in Enum.GetValues<Rendition>())
                foreach (var item in _run.SinceKeyframe(rendition)) _output.Accept(rendition, item);
        }
    }

    /// <summary>Ends a session for its viewers and completes its recording. May be repeated, also after a restart.</summary>
    /// <returns>Null when nothing was recorded.</returns>
    public async Task<RecordedFolder?> End(PlayoutSession session)
    {
        PlayoutOutput output;
        lock (_lock)
        {
            if (_session?.Number == session.Number) Complete(_session, output = _output!);
            else if (_ended.TryGetValue(session.Number, out var before)) output = before.Output;
            else if (!session.Record) return Unrecorded(session);
            else if (RecordedFolder.Read(session.Folder) is not null || !Directory.Exists(session.Folder)) return Recorded(session);
            else Complete(session, output = new PlayoutOutput(ShapeOf(session.Latency), session.Folder));
        }

        if (output.Source.Segments.Count == 0) _context.Discard(FolderOf(session));
        else if (session.Record) await _poster.Keep(session.Folder);
        return Recorded(session);
    }

    /// <summary>An encoder has connected. The run before it contributes nothing any more.</summary>
    public PackagingRun Connect(string connectionId)
    {
        lock (_lock)
        {
            Pause();
            _preview ??= new PlayoutOutput(
                new OutputShape(true, _context.Time.GetUtcNow().ToUnixTimeSeconds(), _context.Options.PreviewSegments, _context.Options), null);
            return _run = new PackagingRun(connectionId, this, _context.Options, _context.Time);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _run = null;
            foreach (var output in Outputs()) output.Retire();
            _poster.Dispose();
        }
    }

    /// <param name="session">Null for the preview.</param>
    internal PlayoutOutput? Find(int? session)
    {
        if (session is not { } number) return _preview;
        if (_session?.Number == number) return _output;
        lock (_lock) return _ended.TryGetValue(number, out var ended) ? ended.Output : null;
    }

    internal void Accept(Rendition rendition, TimedFragment item)
    {
        lock (_lock)
        {
            if (_run != item.Run) return;
            _run.Keep(rendition, item);
            _preview!.Accept(rendition, item);
            _output?.Accept(rendition, item);
            if (rendition == Rendition.Low) return;
            if (_preview.Source.View is not null) _run.BecamePlayable();
            if (item.Fragment.StartsWithKeyframe) _poster.Offer(item);
        }
    }

    internal void Disconnect(PackagingRun run)
    {
        lock (_lock)
        {
            if (_run == run) Pause();
        }
    }

    /// <summary>Wakes those who wait in vain, and forgets what is over for long.</summary>
    internal void Tick()
    {
        lock (_lock)
        {
            var now = _context.Time.GetUtcNow();
            foreach (var output in Outputs()) output.Tick();
            if (_run is null && _preview is { } preview && (now - _lost).TotalSeconds > _context.Options.PreviewKeepSeconds)
            {
                _preview = null;
                preview.Retire();
            }

            foreach (var (number, ended) in _ended.Where(one => (now - one.Value.At).TotalSeconds > _context.Options.EndedKeepSeconds).ToList())
            {
                _ended.Remove(number);
                ended.Output.Retire();
                if (!ended.Session.Record) _context.Discard(FolderOf(ended.Session));
            }
        }
    }

    private void Pause()
    {
        _run = null;
        _lost = _context.Time.GetUtcNow();
        _preview?.Pause();
        _output?.Pause();
    }

    private void Complete(PlayoutSession session, PlayoutOutput output)
    {
        output.Complete();
        if (output.Source.DiskFailure is { } failure) _context.LogDiskFailure(failure, StreamId, session.Number);
        _ended[session.Number] = (output, session, _context.Time.GetUtcNow());
        if (_session?.Number == session.Number) (_session, _output) = (null, null);
    }

    // One from before a restart that nobody can watch any more.
    private RecordedFolder? Unrecorded(PlayoutSession session)
    {
        _context.Discard(FolderOf(session));
        return null;
    }

    private static RecordedFolder? Recorded(PlayoutSession session) => session.Record ? RecordedFolder.Read(session.Folder) : null;

    private IEnumerable<PlayoutOutput> Outputs() => new[] { _preview, _output }.OfType<PlayoutOutput>().Concat(_ended.Values.Select(one => one.Output));

    private string FolderOf(PlayoutSession session) => session.Record
        ? session.Folder
        : Path.Combine(_context.Scratch, StreamId, session.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private OutputShape ShapeOf(StreamLatency latency) => new(latency == StreamLatency.Low, 0, null, _context.Options);
}
