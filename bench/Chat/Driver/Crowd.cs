using System.Diagnostics;
using System.Net.Sockets;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Chat.Driver;

/// <summary>
/// Viewers of chat rooms, some of whom post, all on the thread that calls. A viewer costs one system call for what comes at once, so that
/// thousands of them are cheaper than the server that they load.
/// </summary>
internal sealed class Crowd : IDisposable
{
    private const int OpeningAtOnce = 64;
    private const string Ping = "{\"type\":6}\u001e";
    private const long Second = 1_000_000_000;
    private const long PingEvery = 12 * Second;
    private const long OpeningLimit = 120 * Second;
    private const long SilenceLimit = 3 * Second;
    // A sleeping reader must be woken, and the server would pay for that at each first send of a burst.
    private const long SpinFor = 300_000;

    private readonly IHub _hub;
    private readonly int _posters;
    private readonly Epoll _epoll = new();
    private readonly byte[] _buffer = new byte[1024 * 1024];
    private readonly Room[] _rooms;
    private readonly List<Viewer> _viewers = [];
    private readonly CancellationToken _cancel;
    private Tally _tally;
    private long _lastEvent;
    private long _busy;
    private int _turn;
    private int _pinged;

    /// <param name="posters">How many of the first viewers post in turn; a multiple of the rooms.</param>
    public Crowd(IHub hub, int rooms, int posters, CancellationToken cancel)
    {
        (_hub, _posters, _cancel, _tally) = (hub, posters, cancel, new Tally(hub));
        _rooms = [.. Enumerable.Range(0, rooms).Select(number => new Room(number, hub.Numbers))];
    }

    /// <summary>Stopwatch ticks are nanoseconds on Linux.</summary>
    private static long Now => Stopwatch.GetTimestamp();

    public IReadOnlyList<Room> Rooms => _rooms;

    /// <summary>Viewers whose connection the server has ended.</summary>
    public IReadOnlyList<Viewer> Gone => [.. _viewers.Where(viewer => viewer.Gone is not null)];

    /// <summary>Opens and joins until there are so many viewers, spread over the rooms.</summary>
    public void Grow(int viewers)
    {
        foreach (var viewer in Open(viewers - _viewers.Count, null)) viewer.Room.Viewers++;
    }

    /// <summary>Viewers with a tiny receive buffer who join, and never read again.</summary>
    public IReadOnlyList<Viewer> Stall(int viewers)
    {
        var stalled = Open(viewers, receiveBuffer: 4096);
        foreach (var viewer in stalled)
        {
            _epoll.Remove(viewer.Socket);
            viewer.PingAt = long.MaxValue;
        }

        return stalled;
    }

    /// <param name="viewers">Those who came last.</param>
    public void Forget(IReadOnlyList<Viewer> viewers)
    {
        _viewers.RemoveRange(_viewers.Count - viewers.Count, viewers.Count);
        foreach (var viewer in viewers) viewer.Dispose();
    }

    /// <summary>Closes those who came last until there are so many viewers.</summary>
    public void Shrink(int viewers)
    {
        var last = _viewers[viewers..];
        foreach (var viewer in last) viewer.Room.Viewers--;
        Forget(last);
    }

    public void Idle(TimeSpan length)
    {
        for (var end = Now + length.Ticks * 100; Now < end;) Turn(2);
    }

    /// <summary>Posts at an even rate, in turn into each room, and waits for the last delivery.</summary>
    /// <param name="rate">Posts a second into all rooms.</param>
    public Course Post(double rate, TimeSpan length)
    {
        (_tally, _busy) = (new Tally(_hub), 0);
        var posts = (long)(rate * length.TotalSeconds);
        var cpu = ProcessCost.Cpu(_hub.ProcessId);
        var (start, sent, expected, seen) = (Now, 0L, 0L, 0L);
        var lastDue = Due(posts - 1);
        while (true)
        {
            var now = Now;
            for (; sent < posts && now >= Due(sent); sent++) expected += PostOne(Due(sent));
            if (_tally.Came + _tally.Acknowledged > seen) (seen, _lastEvent) = (_tally.Came + _tally.Acknowledged, now);
            var isOver = _tally.Came >= expected && _tally.Acknowledged + _tally.Refused >= posts;
            if (sent == posts && (isOver || now - Math.Max(_lastEvent, lastDue) > SilenceLimit)) break;
            var wait = sent == posts ? SpinFor * 10 : Due(sent) - now;
            Turn(wait > SpinFor * 4 && now - _lastEvent > SpinFor ? (int)Math.Min(5, (wait - SpinFor) / 1_000_000) : 0);
        }

        return new Course(rate, posts, _tally)
        {
            Seconds = (_lastEvent - start) / 1e9,
            Tail = (_lastEvent - lastDue) / 1e9,
            Missed = Math.Max(_tally.Missed, expected - _tally.Came),
            Gone = Gone,
            Cpu = ProcessCost.Cpu(_hub.ProcessId) - cpu,
            CrowdBusy = _busy / 1e9,
        };

        long Due(long post) => start + (long)(post * 1e9 / rate);
    }

    public void Dispose()
    {
        foreach (var viewer in _viewers) viewer.Dispose();
        _epoll.Dispose();
    }

    private List<Viewer> Open(int count, int? receiveBuffer)
    {
        var (opened, joined) = (new List<Viewer>(count), 0);
        for (var end = Now + OpeningLimit; joined < count; Turn(5))
        {
            while (joined < opened.Count && opened[joined].HasJoined) joined++;
            while (opened.Count < count && opened.Count - joined < OpeningAtOnce) opened.Add(OpenOne(receiveBuffer));
            if (joined < opened.Count && opened[joined].Gone is { } why) throw new BenchException($"A viewer was sent away: {why}");
            if (Now > end) throw new BenchException($"Of {count} viewers {joined} had joined after {OpeningLimit / Second} s.");
        }

        return opened;
    }

    private Viewer OpenOne(int? receiveBuffer)
    {
        var number = _viewers.Count;
        var room = _rooms[number % _rooms.Length];
        var greeting = "{\"protocol\":\"json\",\"version\":1}\u001e" + _hub.Join(room.Number, room.Newest);
        try
        {
            var viewer = new Viewer(_hub.Address, _hub.Path(number), greeting, number, room, receiveBuffer) { PingAt = Now + PingEvery };
            _viewers.Add(viewer);
            _epoll.Add(viewer.Socket, number);
            return viewer;
        }
        catch (SocketException failure)
        {
            throw new BenchException($"Viewer {number} cannot connect: {failure.Message} (ulimit -n bounds how many there can be)");
        }
    }

    private int PostOne(long due)
    {
        var turn = _turn++;
        var room = _rooms[turn % _rooms.Length];
        var post = room.Posted;
        _viewers[turn % _posters].Send(_hub.Post(room.Number, post, room.Post(due)));
        return room.Viewers;
    }

    private void Turn(int milliseconds)
    {
        _cancel.ThrowIfCancellationRequested();
        Span<int> keys = stackalloc int[Epoll.Most];
        var ready = _epoll.Wait(keys, milliseconds);
        var woken = Now;
        foreach (var key in keys[..ready]) _viewers[key].Read(_buffer, Now, _tally);
        if (ready > 0) _busy += Now - woken;
        // A few of them on each turn: pings go out evenly.
        for (var i = 0; i < 16 && _viewers.Count > 0; i++)
        {
            var viewer = _viewers[_pinged++ % _viewers.Count];
            if (!viewer.HasJoined || Now < viewer.PingAt) continue;
            viewer.Send(Ping);
            viewer.PingAt = Now + PingEvery;
        }
    }
}
