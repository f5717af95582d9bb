using System.Globalization;
using System.Text.Json.Nodes;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Simulation.World;

/// <summary>What AWS MediaConvert and the local transcoder tell of a job.</summary>
internal static class JobEvents
{
    public static byte[] Of(TranscodeRequest request, JobReport report)
    {
        var detail = Detail(request, report);
        detail["timestamp"] = report.At.ToUnixTimeMilliseconds();
        detail["jobId"] = report.JobId;
        detail["userMetadata"] = new JsonObject
        {
            ["videoId"] = request.VideoId,
            ["attempt"] = request.Attempt.ToString(CultureInfo.InvariantCulture),
        };
        return Envelope.Of("aws.mediaconvert", "MediaConvert Job State Change", report.At, $"arn:aws:mediaconvert:local:0:jobs/{report.JobId}", detail);
    }

    private static JsonObject Detail(TranscodeRequest request, JobReport report) => report switch
    {
        JobProgressed progressed => new()
        {
            ["status"] = "STATUS_UPDATE",
            ["jobProgress"] = new JsonObject
            {
                ["phaseProgress"] = new JsonObject { ["UPLOADING"] = new JsonObject { ["percentComplete"] = 1 } },
                ["jobPercentComplete"] = progressed.Percent,
                ["currentPhase"] = "TRANSCODING",
            },
        },
        JobCompleted => new()
        {
            ["status"] = "COMPLETE",
            ["outputGroupDetails"] = new JsonArray(
                Group("HLS_GROUP", new JsonObject
                {
                    ["outputFilePaths"] = new JsonArray(Address(request, "720/index.m3u8")),
                    ["durationInMs"] = 60_000,
                    ["videoDetails"] = new JsonObject { ["widthInPx"] = 1280, ["heightInPx"] = 720 },
                }, Address(request, VideoOutputs.Playlist)),
                Group("FILE_GROUP", new JsonObject { ["outputFilePaths"] = new JsonArray(Address(request, VideoOutputs.Poster)) }, null)),
        },
        JobFailed failed => new() { ["status"] = "ERROR", ["errorCode"] = failed.ErrorCode, ["errorMessage"] = failed.Message },
        _ => new() { ["status"] = "CANCELED" },
    };

    private static JsonObject Group(string type, JsonObject output, string? playlist)
    {
        var group = new JsonObject { ["type"] = type, ["outputDetails"] = new JsonArray(output) };
        if (playlist is not null) group["playlistFilePaths"] = new JsonArray(playlist);
        return group;
    }

    private static string Address(TranscodeRequest request, string name) => $"s3://local/{request.OutputPrefix}{name}";
}
