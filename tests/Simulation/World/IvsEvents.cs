using System.Text.Json.Nodes;
using ContentPages.Streams;

namespace ContentPages.Simulation.World;

/// <summary>What Amazon IVS and the local ingest tell of a channel.</summary>
internal static class IvsEvents
{
    public static byte[] Signal(ChannelState channel, string name, string connection, DateTimeOffset at) => Send(
        channel, name.StartsWith("Starvation", StringComparison.Ordinal) ? "IVS Stream Health Change" : "IVS Stream State Change", at,
        new JsonObject { ["event_name"] = name, ["channel_name"] = channel.StreamId, ["stream_id"] = connection });

    /// <summary>Too much comes: nothing ends by it.</summary>
    public static byte[] Limit(ChannelState channel, DateTimeOffset at) => Send(channel, "IVS Limit Breach", at, new JsonObject
    {
        ["limit_name"] = "Ingest Bitrate",
        ["limit_value"] = 8_500_000,
        ["exceeded_by"] = 1_000_000,
        ["limit_unit"] = "bits/second",
        ["channel_name"] = channel.StreamId,
    });

    public static byte[] Recording(ChannelState channel, RecordingReport report, string prefix)
    {
        var detail = new JsonObject
        {
            ["channel_name"] = channel.StreamId,
            ["stream_id"] = report.ConnectionIds.Count > 0 ? report.ConnectionIds[^1] : "",
            ["recording_status"] = report.Status switch
            {
                RecordingStatus.Recording => "Recording Start",
                RecordingStatus.Finishing => "Recording End",
                _ => "Recording End Failure",
            },
            ["recording_s3_key_prefix"] = prefix.TrimEnd('/'),
            ["recording_duration_ms"] = (long)Math.Round((report.Media?.DurationSeconds ?? 0) * 1000),
            ["recording_session_id"] = report.RecordingId,
            ["recording_session_stream_ids"] = new JsonArray([.. report.ConnectionIds.Select(id => JsonValue.Create(id))]),
        };
        if (report.Media is { } media) detail["recording_playlist"] = media.Playlist;
        return Send(channel, "IVS Recording State Change", report.At, detail);
    }

    private static byte[] Send(ChannelState channel, string type, DateTimeOffset at, JsonObject detail) =>
        Envelope.Of("aws.ivs", type, at, $"arn:aws:ivs:local:0:channel/{channel.StreamId}", detail);
}
