using System.Text.Json.Nodes;
using ContentPages.Processors.Events;
using ContentPages.Processors.Streams;
using ContentPages.Streams;

namespace ContentPages.Processors.Tests.Streams;

public sealed class ChannelEventTests
{
    private readonly ChannelEventHandlers _handlers = new();

    public static TheoryData<string> Samples => [.. Sample.Names.Where(name => name.StartsWith("ivs-", StringComparison.Ordinal))];

    [Fact]
    public void There_is_a_sample_of_every_event() => Assert.Equal(14, Samples.Count);

    [Theory]
    [MemberData(nameof(Samples))]
    public Task A_channel_that_is_not_ours_is_ignored(string sample) => _handlers.Refuse(HandlerResult.Ignored, Sample.Read(sample));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_time_is_the_envelope_s_and_without_one_it_is_malformed(string sample)
    {
        var local = Sample.Local(sample);
        if (await _handlers.Handle(local) is HandlerResult.Handled)
            Assert.Equal(new DateTimeOffset(2024, 9, 9, 16, 17, 26, 250, TimeSpan.Zero), Assert.Single(_handlers.Grains.Channels).Report.At);
        _handlers.Grains.Channels.Clear();

        local["time"] = "yesterday";
        await _handlers.Refuse(HandlerResult.Malformed, local);
        local.Remove("time");
        await _handlers.Refuse(HandlerResult.Malformed, local);
    }

    [Fact]
    public async Task The_stream_is_found_by_the_name_of_its_channel_or_by_its_address()
    {
        var named = Sample.Channel("ivs-stream-start");
        var addressed = Sample.Local("ivs-stream-start").With("channel_name", "\"\"");
        addressed["resources"]!.AsArray().Insert(0, "arn:aws:ivs:us-west-2:123456789012:channel/AbCdef1G2hij");

        await _handlers.Report<SignalReport>(named);
        await _handlers.Report<SignalReport>(addressed);
    }

    [Theory]
    [InlineData("\"Your Channel\"")]
    [InlineData("\"019B0000-0000-7000-8000-0000000000AA\"")]
    [InlineData("\"../019b0000-0000-7000-8000-0000000000aa\"")]
    [InlineData("null")]
    [InlineData("7")]
    public async Task A_name_that_is_no_id_is_nobody_s(string name)
    {
        var sample = Sample.Read("ivs-stream-start").With("channel_name", name);
        await _handlers.Refuse(HandlerResult.Ignored, sample);
        sample["resources"] = JsonNode.Parse("""[null, 5, "", "arn:aws:ivs:local:0:stage/019b0000-0000-7000-8000-0000000000aa", "channel/x"]""");
        await _handlers.Refuse(HandlerResult.Ignored, sample);
        sample.Remove("resources");
        await _handlers.Refuse(HandlerResult.Ignored, sample);
    }

    [Fact]
    public async Task When_the_grain_fails_the_event_comes_again()
    {
        _handlers.Grains.Fault = new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(() => _handlers.Handle(Sample.Channel("ivs-stream-start")));
    }

    [Fact]
    public async Task The_sweeper_reconciles_streams()
    {
        var target = new StreamSweepTarget(_handlers.Grains.Factory);
        await target.Reconcile(Sample.StreamId);
        Assert.Equal("STREAM", target.Kind);
        Assert.Equal([Sample.StreamId], _handlers.Grains.Reconciled);
    }
}
