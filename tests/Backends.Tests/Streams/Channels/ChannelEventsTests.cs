using System.Text.Json;
using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Processors.Events;
using ContentPages.Processors.Streams;
using ContentPages.Streams;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace ContentPages.Backends.Tests.Streams.Channels;

/// <summary>What we tell is what the handlers of IVS's events understand.</summary>
public sealed class ChannelEventsTests
{
    private const string Id = "0197c1f0-0000-7000-8000-0123456789ab";
    private static readonly DateTimeOffset s_at = new(2026, 11, 22, 12, 0, 0, 123, TimeSpan.Zero);

    private readonly List<ReadOnlyMemory<byte>> _sent = [];
    private readonly ChannelEvents _events;

    public ChannelEventsTests() => _events = new ChannelEvents(Id, body =>
    {
        _sent.Add(body);
        return true;
    });

    [Theory]
    [InlineData("StreamStart", SignalChange.Started)]
    [InlineData("StreamEnd", SignalChange.Ended)]
    [InlineData("SessionEnded", SignalChange.Ended)]
    [InlineData("StarvationStart", SignalChange.Starved)]
    [InlineData("StarvationEnd", SignalChange.Recovered)]
    public async Task A_connection_is_reported(string name, SignalChange change)
    {
        _events.Tell(s_at, Enum.Parse<ConnectionEvent>(name), "st-1");

        Assert.Equal(new SignalReport(s_at, "st-1", change), await Reported());
    }

    [Theory]
    [InlineData("StreamFailure")]
    [InlineData("SessionEnded")]
    public async Task A_refusal_carries_its_reason_in_whichever_event_comes_first(string name)
    {
        var trouble = new StreamTrouble("video_codec", "The video is not H.264.", s_at);

        _events.Tell(s_at, Enum.Parse<ConnectionEvent>(name), "st-1", trouble);

        Assert.Equal(new SignalReport(s_at, "st-1", SignalChange.Failed, trouble), await Reported());
    }

    [Fact]
    public async Task A_created_session_tells_a_stream_nothing()
    {
        _events.Tell(s_at, ConnectionEvent.SessionCreated, "st-1");

        Assert.Null(await Reported(HandlerResult.Ignored));
    }

    [Fact]
    public async Task A_recording_is_reported_from_its_start_to_its_end()
    {
        var start = new RecordingReport(s_at, $"{Id}-4", ["st-1"], RecordingStatus.Recording);
        _events.Recording(start, "videos/v/0/");
        Assert.Equivalent(start, await Reported(), strict: true);

        var media = new RecordedMedia("videos/v/0/", "master.m3u8", "poster.jpg", 61.5, 1280, 720, [12.25, 30]);
        var end = new RecordingReport(s_at, $"{Id}-4", ["st-1", "st-2"], RecordingStatus.Finishing, media);
        _events.Recording(end, "videos/v/0/");
        Assert.Equivalent(end, await Reported(), strict: true);

        var failure = new RecordingReport(s_at, $"{Id}-4", [], RecordingStatus.Failed);
        _events.Recording(failure, "videos/v/0/");
        Assert.Equivalent(failure, await Reported(), strict: true);
    }

    [Fact]
    public async Task A_limit_is_reported()
    {
        _events.Limit(s_at, "st-1", new LimitBreach("Ingest Bitrate", 8_000_000, 1_500_000, "bits per second"));

        Assert.Equal(new LimitReport(s_at, "Ingest Bitrate", 8_000_000, 1_500_000, "bits per second"), await Reported());
    }

    [Fact]
    public void The_envelope_is_that_of_IVS()
    {
        _events.Tell(s_at, ConnectionEvent.StreamStart, "st-1");

        var json = JsonSerializer.Deserialize<JsonElement>(Assert.Single(_sent).Span);
        Assert.Equal("IVS Stream State Change", json.GetProperty("detail-type").GetString());
        Assert.Equal("2026-11-22T12:00:00.123Z", json.GetProperty("time").GetString());
        Assert.Equal($"arn:aws:ivs:local:000000000000:channel/{Id}", json.GetProperty("resources")[0].GetString());
        Assert.Equal(Id, json.GetProperty("detail").GetProperty("channel_name").GetString());
    }

    /// <summary>What the last event led to.</summary>
    private async Task<ChannelReport?> Reported(HandlerResult expected = HandlerResult.Handled)
    {
        ChannelReport? report = null;
        var grain = Substitute.For<ILiveStreamGrain>();
        grain.Report(Arg.Do<ChannelReport>(told => report = told)).Returns(Task.CompletedTask);
        var grains = Substitute.For<IGrainFactory>();
        grains.GetGrain<ILiveStreamGrain>(Id, Arg.Any<string?>()).Returns(grain);
        var dispatcher = new EventDispatcher(
            [new StreamSignalHandler(grains), new StreamRecordingHandler(grains), new StreamLimitHandler(grains)], NullLogger<EventDispatcher>.Instance);
        Assert.Equal(expected, await dispatcher.Dispatch(_sent[^1], CancellationToken.None));
        return report;
    }
}
