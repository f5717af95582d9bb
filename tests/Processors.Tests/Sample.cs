using System.Text.Json;
using System.Text.Json.Nodes;
using ContentPages.Processors.Events;

namespace ContentPages.Processors.Tests;

/// <summary>The events of <c>Samples/</c>, to be edited before use.</summary>
internal static class Sample
{
    public const string VideoId = "019b0000-0000-7000-8000-000000000001";

    public const string StreamId = "019b0000-0000-7000-8000-0000000000aa";

    /// <summary>The job of every MediaConvert sample.</summary>
    public const string JobId = "1671477617078-2886ye";

    public static IEnumerable<string> Names => typeof(Sample).Assembly.GetManifestResourceNames();

    public static JsonObject Read(string name) => JsonNode.Parse(typeof(Sample).Assembly.GetManifestResourceStream(name)!)!.AsObject();

    /// <summary>A MediaConvert sample, as of one of our jobs.</summary>
    public static JsonObject Job(string name, int attempt = 2)
    {
        var sample = Read(name);
        sample["detail"]!["userMetadata"] = new JsonObject { ["videoId"] = VideoId, ["attempt"] = $"{attempt}" };
        return sample;
    }

    /// <summary>An IVS sample, as of one of our channels on IVS: it is named after its stream.</summary>
    public static JsonObject Channel(string name)
    {
        var sample = Read(name);
        sample["detail"]!["channel_name"] = StreamId;
        return sample;
    }

    /// <summary>An IVS sample as the local ingest sends it: the ARN has the stream's id too, and the time has milliseconds.</summary>
    public static JsonObject Local(string name)
    {
        var sample = Channel(name);
        sample["resources"] = new JsonArray($"arn:aws:ivs:local:000000000000:channel/{StreamId}");
        sample["time"] = "2024-09-09T16:17:26.250Z";
        return sample;
    }

    public static JsonObject Complete(string prefix, params string[] files)
    {
        var sample = Job("mediaconvert-complete");
        var groups = sample["detail"]!["outputGroupDetails"]!;
        groups[0]!["playlistFilePaths"] = new JsonArray($"s3://bucket/{prefix}master.m3u8");
        groups[1]!["outputDetails"] = new JsonArray([.. files.Select(f => new JsonObject { ["outputFilePaths"] = new JsonArray($"s3://bucket/{f}") })]);
        return sample;
    }

    public static JsonObject With(this JsonObject sample, string field, string json)
    {
        sample["detail"]![field] = JsonNode.Parse(json);
        return sample;
    }

    public static JsonObject Without(this JsonObject sample, string field)
    {
        sample["detail"]!.AsObject().Remove(field);
        return sample;
    }

    public static byte[] Bytes(this JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json);

    public static EventEnvelope Envelope(this JsonNode json)
    {
        Assert.True(EventEnvelope.TryParse(json.Bytes(), out var envelope));
        return envelope;
    }
}
