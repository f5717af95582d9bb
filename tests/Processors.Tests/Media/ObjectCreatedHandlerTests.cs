using System.Text.Json.Nodes;
using ContentPages.Processors.Events;
using ContentPages.Processors.Media;

namespace ContentPages.Processors.Tests.Media;

public sealed class ObjectCreatedHandlerTests
{
    private const string Key = $"sources/{Sample.VideoId}/source";

    private readonly FakeGrains _grains = new();
    private readonly ObjectCreatedHandler _handler;

    public ObjectCreatedHandlerTests() => _handler = new(_grains.Factory);

    [Fact]
    public async Task Handle_OfABridgedEvent_TellsTheVideo()
    {
        Assert.Equal(HandlerResult.Handled, await Handle(Bridged(Key, "5")));
        Assert.Equal([(Sample.VideoId, 5L)], _grains.Sources);
    }

    [Fact]
    public async Task Handle_OfANativeNotification_DecodesTheKey()
    {
        Assert.Equal(HandlerResult.Handled, await Handle(Native(Key.Replace("/", "%2F", StringComparison.Ordinal), "1024")));
        Assert.Equal([(Sample.VideoId, 1024L)], _grains.Sources);
    }

    [Fact]
    public async Task Handle_OfABridgedEvent_DoesNotDecodeTheKey()
    {
        Assert.Equal(HandlerResult.Ignored, await Handle(Bridged(Key.Replace("/", "%2F", StringComparison.Ordinal), "5")));
        Assert.Empty(_grains.Sources);
    }

    [Fact]
    public async Task Handle_OfACover_TellsTheStream()
    {
        const string cover = $"streams/{Sample.StreamId}/cover/019b0000-0000-7000-8000-0000000000bb.jpg";
        Assert.Equal(HandlerResult.Handled, await Handle(Bridged(cover, "5")));
        Assert.Equal(HandlerResult.Handled, await Handle(Native(cover.Replace("/", "%2F", StringComparison.Ordinal), "5")));
        Assert.Equal([(Sample.StreamId, cover), (Sample.StreamId, cover)], _grains.Covers);
    }

    [Theory]
    [InlineData("s3-object-created-eventbridge")]
    [InlineData("s3-object-created-notification")]
    [InlineData("s3-test-event")]
    public async Task Handle_OfTheSamplesThemselves_IsIgnored(string name)
    {
        Assert.Equal(HandlerResult.Ignored, await Handle(Sample.Read(name)));
        Assert.Empty(_grains.Sources);
    }

    [Theory]
    [InlineData($"videos/{Sample.VideoId}/1/master.m3u8")]
    [InlineData($"sources/{Sample.VideoId}/other")]
    [InlineData($"streams/{Sample.StreamId}/other/x.jpg")]
    [InlineData("streams/not-an-id/cover/x.jpg")]
    [InlineData("sources/source")]
    [InlineData("sources//source")]
    [InlineData("sources/not-an-id/source")]
    [InlineData("sources/../source")]
    [InlineData("")]
    public async Task Handle_OfAnotherObject_IsIgnored(string key)
    {
        Assert.Equal(HandlerResult.Ignored, await Handle(Bridged(key, "5")));
        Assert.Equal(HandlerResult.Ignored, await Handle(Native(key, "5")));
        Assert.Empty(_grains.Sources);
        Assert.Empty(_grains.Covers);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"big\"")]
    [InlineData("[]")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e300")]
    [InlineData("1e400")]
    [InlineData("\"NaN\"")]
    public async Task Handle_WithoutASize_IsMalformed(string size)
    {
        Assert.Equal(HandlerResult.Malformed, await Handle(Bridged(Key, size)));
        Assert.Equal(HandlerResult.Malformed, await Handle(Native(Key, size)));
        Assert.Empty(_grains.Sources);
    }

    [Theory]
    [InlineData("object", "null")]
    [InlineData("object", "[]")]
    [InlineData("object", "{}")]
    [InlineData("object", """{"key":5,"size":5}""")]
    public async Task Handle_WithoutAnObject_IsMalformed(string field, string json)
    {
        Assert.Equal(HandlerResult.Malformed, await Handle(Bridged(Key, "5").With(field, json)));
        var native = Native(Key, "5");
        native["Records"]![0]!["s3"]![field] = JsonNode.Parse(json);
        Assert.Equal(HandlerResult.Malformed, await Handle(native));
    }

    [Fact]
    public async Task Handle_OfSeveralRecords_TellsEachVideo()
    {
        const string other = "019b0000-0000-7000-8000-000000000002";
        var notification = Native(Key, "1");
        var second = notification["Records"]![0]!.DeepClone();
        second["s3"]!["object"]!["key"] = $"sources/{other}/source";
        notification["Records"]!.AsArray().Add(second);
        notification["Records"]!.AsArray().Insert(0, Sample.Read("s3-object-created-notification")["Records"]![0]!.DeepClone());

        Assert.Equal(HandlerResult.Handled, await Handle(notification));
        Assert.Equal([(Sample.VideoId, 1), (other, 1)], _grains.Sources);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[null,1]")]
    [InlineData("""[{"eventName":"ObjectRemoved:Delete"}]""")]
    public async Task Handle_OfRecordsOfSomethingElse_IsIgnored(string records)
    {
        var notification = new JsonObject { ["Records"] = JsonNode.Parse(records) };
        Assert.Equal(HandlerResult.Ignored, await Handle(notification));
    }

    private static JsonObject Bridged(string key, string size) =>
        Sample.Read("s3-object-created-eventbridge").With("object", new JsonObject { ["key"] = key, ["size"] = JsonNode.Parse(size) }.ToJsonString());

    private static JsonObject Native(string key, string size)
    {
        var notification = Sample.Read("s3-object-created-notification");
        notification["Records"]![0]!["s3"]!["object"] = new JsonObject { ["key"] = key, ["size"] = JsonNode.Parse(size) };
        return notification;
    }

    private Task<HandlerResult> Handle(JsonNode json)
    {
        var envelope = json.Envelope();
        Assert.True(_handler.Handles(envelope));
        return _handler.Handle(envelope, CancellationToken.None);
    }
}
