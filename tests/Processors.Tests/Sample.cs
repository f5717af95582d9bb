using System.Text.Json;
using System.Text.Json.Nodes;
using ContentPages.Processors.Events;

namespace ContentPages.Processors.Tests;

/// <summary>The events of <c>Samples/</c>, to be edited before use.</summary>
internal static class Sample
{
    public const string VideoId = "019b0000-0000-7000-8000-000000000001";

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
