using ContentPages.Backends.Local.Streams.Packaging.Boxes;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>Reads one rendition of a connection, refuses what cannot be played, and tells where its clock jumps.</summary>
/// <param name="accept">Takes each fragment from the first keyframe on.</param>
internal sealed class RunFeed(
    PackagingRun run, Rendition rendition, PackagingOptions options, TimeProvider time, Action<Rendition, TimedFragment> accept)
{
    // Thirty years: no clock of an encoder shows more.
    private const double Furthest = 1e9;

    // ffmpeg makes a clock that goes back crawl: each frame a tick after the other.
    private const double CrawlingFrame = 0.001;
    private const int CrawlingFrames = 50;

    private readonly Dictionary<uint, double> _ends = [];

    /// <summary>Where each track was at the newest keyframe; empty until one has come. Tracks jump one after the other, so each is held against itself.</summary>
    private readonly Dictionary<uint, double> _atKeyframe = [];
    private Mp4Init? _init;
    private Mp4FragmentParser? _parser;
    private int _epoch;
    private int _crawling;
    private DateTimeOffset? _began;

    /// <exception cref="MediaRefusedException">It cannot be played.</exception>
    public async Task Read(Stream fmp4, CancellationToken cancel)
    {
        await using var reader = new FragmentReader(fmp4, options.MaximumPendingBytes);
        while (await reader.Read(cancel) is { } unit)
        {
            if (unit.Mdat is null) Head(unit.Bytes);
            else if (_parser is not null) Take(_parser.Parse(unit.Bytes, unit.Mdat));
            else throw BoxCursor.Unreadable();
        }
    }

    private void Head(byte[] bytes)
    {
        _init = Mp4InitParser.Parse(bytes);
        _parser = new Mp4FragmentParser(_init, options.JumpSeconds);
        _epoch = run.NextEpoch();
        _atKeyframe.Clear();
        _ends.Clear();
        if (rendition == Rendition.Source) run.Meter.Head(_init);
    }

    private void Take(Mp4Fragment fragment)
    {
        if (fragment.Runs.Count == 0) return;
        if (fragment.Runs.Any(track => track.StartSeconds is < -Furthest or > Furthest || track.EndSeconds > Furthest)) throw BoxCursor.Unreadable();
        var now = time.GetUtcNow();
        _began ??= now;
        var missing = Follow(fragment);
        Check(fragment, now);
        if (rendition == Rendition.Source) run.Meter.Arrived(fragment, missing);
        if (_atKeyframe.Count > 0) accept(rendition, new TimedFragment(fragment, _init!, run, _epoch, now));
    }

    /// <returns>Frames that would fit before it.</returns>
    private int Follow(Mp4Fragment fragment)
    {
        var missing = 0;
        var jumped = false;
        foreach (var track in fragment.Runs)
        {
            if (_ends.TryGetValue(track.Track.Id, out var end))
            {
                var step = track.StartSeconds - end;
                jumped |= step > options.JumpSeconds || step < -0.5;
                var frame = track.Track.Seconds(track.Duration) / track.Samples;
                if (track == fragment.Video && step > frame && step <= options.JumpSeconds) missing = (int)Math.Round(step / Math.Max(frame, 0.001));
            }

            _ends[track.Track.Id] = track.EndSeconds;
        }

        if (!jumped) return missing;
        _epoch = run.NextEpoch();
        _atKeyframe.Clear();
        return 0;
    }

    private void Check(Mp4Fragment fragment, DateTimeOffset now)
    {
        if (fragment.Video is { } video)
        {
            if (video.Keyframe) KeyframeAt(now);
            var crawls = video.Track.Seconds(video.Duration) < CrawlingFrame * video.Samples;
            _crawling = crawls ? _crawling + video.Samples : 0;
            if (_crawling > CrawlingFrames)
                throw new MediaRefusedException("timestamps", "The encoder's clock went back. Stop the encoder and start it again.");
        }

        var media = fragment.Runs.Max(track => track.EndSeconds - _atKeyframe.GetValueOrDefault(track.Track.Id, track.EndSeconds));
        if (Math.Max(media, (now - _began!.Value).TotalSeconds) > options.KeyframeLimitSeconds)
            throw new MediaRefusedException("no_keyframe", string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"No keyframe came for {options.KeyframeLimitSeconds:0} seconds, so viewers cannot join. Set the keyframe interval of your encoder to 2 seconds."));
    }

    private void KeyframeAt(DateTimeOffset now)
    {
        _began = now;
        foreach (var (track, end) in _ends) _atKeyframe[track] = end;
    }
}
