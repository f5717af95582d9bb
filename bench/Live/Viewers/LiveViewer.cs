using System.Diagnostics;

namespace ContentPages.Bench.Live.Viewers;

/// <summary>A viewer as hls.js is one in low-latency mode: asks for the playlist that has the next part, waits for it, fetches the part, and again.</summary>
internal sealed class LiveViewer(Uri playlist)
{
    private PartPlace _known = new(-1, 0);

    /// <summary>Parts that have arrived whole.</summary>
    public long Parts { get; private set; }

    /// <summary>Watches until told to stop.</summary>
    /// <param name="record">Is given what came and when, or null.</param>
    public async Task Watch(Action<Tick>? record, CancellationToken stop)
    {
        using var wire = await Wire.Open(playlist, stop);
        var started = Stopwatch.GetTimestamp();
        var path = playlist.PathAndQuery;
        var joined = false;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var text = await wire.Get(path, null, stop);
                var list = PartList.Read(text.Span, _known);
                var at = Stopwatch.GetElapsedTime(started);
                var kept = record is null ? [] : text.ToArray();
                var parts = new List<byte[]>();
                // Who joins starts with the newest part.
                foreach (var part in joined ? list.Fresh : list.Fresh.TakeLast(1))
                {
                    var body = await wire.Get(new Uri(playlist, part.Uri).PathAndQuery, part.Range, stop);
                    if (record is not null) parts.Add(body.ToArray());
                    Parts++;
                    _known = part.Place;
                }

                if (joined) record?.Invoke(new Tick(at, kept, parts));
                joined = true;
                path = $"{playlist.AbsolutePath}?_HLS_msn={list.Next.Sequence}&_HLS_part={list.Next.Part}{(list.CanSkip ? "&_HLS_skip=YES" : "")}";
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
