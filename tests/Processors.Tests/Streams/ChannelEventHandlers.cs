using System.Text.Json.Nodes;
using ContentPages.Processors.Events;
using ContentPages.Processors.Streams;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContentPages.Processors.Tests.Streams;

/// <summary>All handlers of channel events in front of grains that note what they are told.</summary>
internal sealed class ChannelEventHandlers
{
    private readonly EventDispatcher _dispatcher;

    public ChannelEventHandlers() => _dispatcher = new(
        [new StreamSignalHandler(Grains.Factory), new StreamRecordingHandler(Grains.Factory), new StreamLimitHandler(Grains.Factory)],
        NullLogger<EventDispatcher>.Instance);

    public FakeGrains Grains { get; } = new();

    public Task<HandlerResult> Handle(JsonNode json) => _dispatcher.Dispatch(json.Bytes(), CancellationToken.None);

    /// <summary>Handles an event that must lead to exactly one report, and gives that.</summary>
    public async Task<T> Report<T>(JsonNode json)
    {
        Grains.Channels.Clear();
        Assert.Equal(HandlerResult.Handled, await Handle(json));
        var (streamId, report) = Assert.Single(Grains.Channels);
        Assert.Equal(Sample.StreamId, streamId);
        return Assert.IsType<T>(report);
    }

    /// <summary>Handles an event that must not reach any stream.</summary>
    public async Task Refuse(HandlerResult expected, JsonNode json)
    {
        Assert.Equal(expected, await Handle(json));
        Assert.Empty(Grains.Channels);
    }
}
