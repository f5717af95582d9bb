using System.Text;
using System.Threading.Channels;
using ContentPages.Web.Live.Delivery;

namespace ContentPages.Web.Tests.Live.Delivery;

public sealed class PumpTests : IDisposable
{
    private readonly DeliveryParts _parts = new(new()
    {
        MicrosecondsBetweenFlushesPerMember = 10_000, MaxMillisecondsBetweenFlushes = 50, MaxWaitingBytesOfGroup = 65_536,
    });

    private readonly Pump _pump;

    public PumpTests() => _pump = new(_parts.Invocations, _parts.Metrics, _parts.Options, _parts.Clock);

    [Fact]
    public async Task A_quiet_group_is_flushed_at_once_and_what_follows_is_joined()
    {
        var (ann, eve) = (Member("room"), Member("room"));
        Send("room", "a");
        Assert.Equal(("a", "a"), (await ann.NextText(), await eve.NextText()));

        Send("room", "b");
        Send("room", "c");
        _parts.Clock.Advance(TimeSpan.FromMilliseconds(19));
        Assert.True(ann.IsEmpty);
        _parts.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(("bc", "bc"), (await ann.NextText(), await eve.NextText()));

        _parts.Clock.Advance(TimeSpan.FromMilliseconds(20));
        Send("room", "d");
        Assert.Equal("d", await ann.NextText());
        Assert.Equal("d", await eve.NextText());
        await _parts.Reaches("contentpages.live.deliveries", 8);
    }

    [Fact]
    public async Task The_time_between_flushes_has_an_upper_bound()
    {
        var members = Enumerable.Range(0, 100).Select(_ => Member("room")).ToList();
        Send("room", "a");
        await members[^1].NextText();
        Send("room", "b");
        _parts.Clock.Advance(TimeSpan.FromMilliseconds(50));

        Assert.Equal("b", await members[^1].NextText());
    }

    [Fact]
    public async Task Members_that_take_nothing_make_the_others_wait_no_longer()
    {
        var ann = Member("room");
        for (var i = 0; i < 100; i++) Member("room").End();
        Send("room", "a");
        await ann.NextText();
        Send("room", "b");
        _parts.Clock.Advance(TimeSpan.FromMilliseconds(10));

        Assert.Equal("b", await ann.NextText());
        await _parts.Reaches("contentpages.live.deliveries", 2);
    }

    [Fact]
    public async Task A_busy_group_holds_no_other_up()
    {
        var (ann, eve) = (Member("busy"), Member("quiet"));
        Send("busy", "a");
        await ann.NextText();
        Send("busy", "b");
        Send("quiet", "c");

        Assert.Equal("c", await eve.NextText());
        Assert.True(ann.IsEmpty);
    }

    [Fact]
    public async Task Members_get_what_is_sent_between_joining_and_leaving()
    {
        var (ann, eve) = (Member("room"), Member("room"));
        Send("room", "a");
        await ann.NextText();
        await eve.NextText();
        Send("room", "b");
        _pump.Remove("room", eve);
        var bob = Member("other");
        _parts.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("b", await ann.NextText());

        _pump.RemoveFromAll(ann);
        Send("room", "c");
        _pump.Add("room", eve);
        Send("room", "d");
        Assert.Equal("d", await eve.NextText());
        Send("other", "e");
        Assert.Equal("e", await bob.NextText());
        Assert.True(ann.IsEmpty);
    }

    [Fact]
    public async Task More_than_may_wait_for_a_group_is_told_as_a_gap()
    {
        var ann = Member("room");
        Send("room", "a");
        await ann.NextText();
        Send("room", new string('x', 60_000));
        Send("room", new string('y', 6_000));
        Send("room", "z");
        _parts.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("{\"type\":1,\"target\":\"gap\",\"arguments\":[]}\u001ez", await ann.NextText());
    }

    public void Dispose() => _pump.Dispose();

    private void Send(string group, string text) => _pump.Send(group, Encoding.UTF8.GetBytes(text));

    private ListeningOutlet Member(string group)
    {
        var member = new ListeningOutlet(_parts.Rules);
        _pump.Add(group, member);
        return member;
    }

    private sealed class ListeningOutlet(OutletRules rules) : Outlet(rules)
    {
        private readonly Channel<string> _written = Channel.CreateUnbounded<string>();

        public override string ConnectionId => "listening";

        public bool IsEmpty => !_written.Reader.TryPeek(out _);

        public async Task<string> NextText()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            return await _written.Reader.ReadAsync(patience.Token);
        }

        protected override bool TryWrite(Frame frame)
        {
            var bytes = frame.Bytes.Span;
            var header = bytes[1] switch { 127 => 10, 126 => 4, _ => 2 };
            return _written.Writer.TryWrite(Encoding.UTF8.GetString(bytes[header..]));
        }

        protected override void Abort(bool isStuck)
        {
        }
    }
}
