using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentPages.Grains.Videos;

namespace ContentPages.Backends.Local.Videos;

/// <summary>The EventBridge envelope around a job's state, as MediaConvert sends it.</summary>
internal static class JobEnvelope
{
    public const string Bucket = "local";
    private const string Account = "000000000000";
    private const string Region = "local";

    public static ReadOnlyMemory<byte> Write(TranscodeRequest request, long timestamp, string status, JsonObject rest)
    {
        var jobId = request.IdempotencyKey;
        var detail = new JsonObject
        {
            ["timestamp"] = timestamp,
            ["accountId"] = Account,
            ["queue"] = $"arn:aws:mediaconvert:{Region}:{Account}:queues/Default",
            ["jobId"] = jobId,
            ["status"] = status,
            ["userMetadata"] = new JsonObject
            {
                ["videoId"] = request.VideoId,
                ["attempt"] = request.Attempt.ToString(CultureInfo.InvariantCulture),
            },
        };
        foreach (var (name, value) in rest.ToList())
        {
            rest.Remove(name);
            detail[name] = value;
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["version"] = "0",
            ["id"] = Guid.CreateVersion7().ToString(),
            ["detail-type"] = "MediaConvert Job State Change",
            ["source"] = "aws.mediaconvert",
            ["account"] = Account,
            ["time"] = DateTimeOffset.FromUnixTimeMilliseconds(timestamp).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = Region,
            ["resources"] = new JsonArray($"arn:aws:mediaconvert:{Region}:{Account}:jobs/{jobId}"),
            ["detail"] = detail,
        });
    }

    /// <summary>The address of an object as events name it.</summary>
    public static string Address(string key) => $"s3://{Bucket}/{key}";
}
