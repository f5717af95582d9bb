using System.Text.Json;
using System.Text.Json.Nodes;
using ContentPages.Backends.Local.Events;
using ContentPages.Web.Tests.Live;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Tests.Streams;

/// <summary>The whole road of an event: queue, handler, grain, hub.</summary>
public sealed class StreamEventTests(ContentPagesApp app)
{
    [Fact]
    public async Task Events_of_the_channel_lead_to_a_video_of_the_recording()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var client = await LiveClient.Connect(app, browser);
        await client.JoinStream(id);
        await browser.Post($"/api/streams/{id}/start");

        Publish(id, "IVS Stream State Change", new() { ["event_name"] = "Stream Start" });
        await client.NextOfStream(change => Text(change, "status") == "live");
        Publish(id, "IVS Stream Health Change", new() { ["event_name"] = "Starvation Start" });
        await client.NextOfStream(change => Text(change, "signal") == "starved");
        Publish(id, "IVS Stream State Change", new() { ["event_name"] = "Stream Failure", ["code"] = "video_codec", ["reason"] = "Send H.264." });
        var lost = await client.NextOfStream(change => Text(change, "status") == "reconnecting" && change.GetProperty("trouble").ValueKind is JsonValueKind.Object);
        Assert.Equal(("video_codec", "Send H.264."), (Text(lost.GetProperty("trouble"), "code"), Text(lost.GetProperty("trouble"), "message")));

        await browser.Stop(id);
        Publish(id, "IVS Recording State Change", new()
        {
            ["recording_status"] = "Recording End",
            ["recording_session_id"] = $"{id}-1",
            ["recording_s3_bucket_name"] = "local",
            ["recording_s3_key_prefix"] = $"videos/{(await SessionOf(id)).VideoId}/0",
            ["recording_duration_ms"] = 61_500,
            ["recording_playlist"] = "master.m3u8",
        });
        var ready = await client.NextOfStream(change => change.GetProperty("recordingVideoId").ValueKind is JsonValueKind.String);
        Assert.Equal((await SessionOf(id)).VideoId, Text(ready, "recordingVideoId"));
        Assert.Equal(61.5, (await browser.Get($"/api/videos/{Text(ready, "recordingVideoId")}"))["durationSeconds"].GetDouble());
    }

    private async Task<ContentPages.Streams.StreamSession> SessionOf(string id) =>
        (await app.Grains.GetGrain<ContentPages.Streams.ILiveStreamGrain>(id).GetSessions()).Value![0];

    private void Publish(string streamId, string type, JsonObject detail)
    {
        detail["channel_name"] = streamId;
        detail["stream_id"] = $"st-{streamId}";
        var envelope = new JsonObject
        {
            ["source"] = "aws.ivs",
            ["detail-type"] = type,
            ["time"] = Broadcasts.Now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null),
            ["resources"] = new JsonArray($"arn:aws:ivs:local:000000000000:channel/{streamId}"),
            ["detail"] = detail,
        };
        Assert.True(app.Services.GetRequiredService<LocalEventQueue>().TryPublish(JsonSerializer.SerializeToUtf8Bytes(envelope)));
    }

    private static string? Text(JsonElement change, string name) => change.GetProperty(name).GetString();
}
