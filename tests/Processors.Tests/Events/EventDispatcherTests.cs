using System.Text;
using ContentPages.Processors.Events;
using ContentPages.Processors.Media;
using ContentPages.Processors.Videos;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContentPages.Processors.Tests.Events;

public sealed class EventDispatcherTests
{
    private readonly FakeGrains _grains = new();
    private readonly EventDispatcher _dispatcher;

    public EventDispatcherTests() => _dispatcher = new(
        [new MediaConvertJobHandler(_grains.Factory), new ObjectCreatedHandler(_grains.Factory)], NullLogger<EventDispatcher>.Instance);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("not json")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("[{\"source\":\"aws.s3\"}]")]
    [InlineData("{}")]
    [InlineData("""{"source":"aws.s3"}""")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Created"}""")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Created","detail":null}""")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Created","detail":"{}"}""")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Created","detail":{}}""")]
    [InlineData("""{"source":5,"detail-type":[],"detail":{}}""")]
    [InlineData("""{"source":"\ud800","detail-type":"x","detail":{}}""")]
    [InlineData("""{"source":"aws.mediaconvert","detail-type":"MediaConvert Job State Change","detail":{"jobId":"\udc00","status":"ERROR","timestamp":1}}""")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Created","detail":{"object":{"key":"\ud800","size":1}}}""")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Created","detail":{"\ud800":1}}""")]
    public async Task Dispatch_OfWhatIsNoEvent_IsMalformed(string body) =>
        Assert.Equal(HandlerResult.Malformed, await Dispatch(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task Dispatch_OfBytesThatAreNoText_IsMalformed()
    {
        Assert.Equal(HandlerResult.Malformed, await Dispatch([0xFF, 0xFE, 0x00]));
        Assert.Equal(HandlerResult.Malformed, await Dispatch([.. """{"source":"aws."""u8, 0xC3, 0x28, .. "\",\"detail-type\":\"x\",\"detail\":{}}"u8]));
    }

    [Fact]
    public async Task Dispatch_OfVeryDeepJson_IsMalformed() =>
        Assert.Equal(HandlerResult.Malformed, await Dispatch(Encoding.UTF8.GetBytes(new string('[', 10_000))));

    [Theory]
    [InlineData("""{"source":"aws.ivs","detail-type":"IVS Stream State Change","detail":{}}""")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Deleted","detail":{}}""")]
    [InlineData("""{"source":"aws.mediaconvert","detail-type":"MediaConvert Queue Change","detail":{}}""")]
    public async Task Dispatch_OfAnEventThatNobodyNeeds_IsIgnored(string body) =>
        Assert.Equal(HandlerResult.Ignored, await Dispatch(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task Dispatch_OfEverySample_FindsItsHandler()
    {
        foreach (var name in Sample.Names) Assert.Equal(HandlerResult.Ignored, await Dispatch(Sample.Read(name).Bytes()));
        Assert.Equal(HandlerResult.Handled, await Dispatch(Sample.Job("mediaconvert-error").Bytes()));
        Assert.Single(_grains.Reports);
    }

    [Fact]
    public async Task Dispatch_OfASampleWithAnyFieldSpoiled_NeverThrows()
    {
        string[] spoils = ["null", "true", "-1", "1e999", "\"\"", "\"\\ud800\"", "[]", "{}", "[[{}]]"];
        foreach (var name in Sample.Names)
        {
            var sample = (name.StartsWith("mediaconvert", StringComparison.Ordinal) ? Sample.Job(name) : Sample.Read(name)).ToJsonString();
            foreach (var (start, end) in Values(sample))
                foreach (var spoil in spoils)
                    Assert.True(Enum.IsDefined(await Dispatch(Encoding.UTF8.GetBytes(sample[..start] + spoil + sample[end..]))));
        }
    }

    /// <summary>Where each value of a JSON text begins and ends.</summary>
    private static List<(int Start, int End)> Values(string json)
    {
        var values = new List<(int, int)>();
        var open = new Stack<int>();
        var reader = new System.Text.Json.Utf8JsonReader(Encoding.ASCII.GetBytes(json));
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case System.Text.Json.JsonTokenType.StartObject or System.Text.Json.JsonTokenType.StartArray:
                    open.Push((int)reader.TokenStartIndex);
                    break;
                case System.Text.Json.JsonTokenType.EndObject or System.Text.Json.JsonTokenType.EndArray:
                    values.Add((open.Pop(), (int)reader.BytesConsumed));
                    break;
                case System.Text.Json.JsonTokenType.PropertyName:
                    break;
                default:
                    values.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed));
                    break;
            }
        }

        return values;
    }

    private Task<HandlerResult> Dispatch(byte[] body) => _dispatcher.Dispatch(body, CancellationToken.None);
}
