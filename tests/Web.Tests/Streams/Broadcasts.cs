using System.Net;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Web.Tests.Streams;

/// <summary>Brings streams into the state that a test is about.</summary>
internal static class Broadcasts
{
    private static int _connections;

    public static object Request(string visibility = "public", string title = "A show", DateTimeOffset? scheduledFor = null) =>
        new { title, visibility, scheduledFor };

    public static async Task<string> NewStream(
        this Browser browser, string visibility = "public", string title = "A show", DateTimeOffset? scheduledFor = null) =>
        (await browser.Post("/api/streams", Request(visibility, title, scheduledFor))).Is(HttpStatusCode.OK).Text("id")!;

    /// <summary>An encoder connects.</summary>
    public static async Task<string> Signal(this ContentPagesApp app, string streamId)
    {
        var connection = $"st-{Interlocked.Increment(ref _connections)}";
        app.Channels.Connections[streamId] = connection;
        await app.Report(streamId, new SignalReport(Now, connection, SignalChange.Started));
        return connection;
    }

    /// <summary>The encoder is lost.</summary>
    public static async Task Lose(this ContentPagesApp app, string streamId)
    {
        if (app.Channels.Connections.TryRemove(streamId, out var connection))
            await app.Report(streamId, new SignalReport(Now, connection, SignalChange.Ended));
    }

    public static async Task<string> Live(this ContentPagesApp app, Browser browser, string visibility = "public", string title = "A show")
    {
        var id = await browser.NewStream(visibility, title);
        await app.GoLive(browser, id);
        return id;
    }

    public static async Task GoLive(this ContentPagesApp app, Browser browser, string streamId)
    {
        (await browser.Post($"/api/streams/{streamId}/start")).Is(HttpStatusCode.OK);
        await app.Signal(streamId);
        Assert.Equal("live", (await browser.Get($"/api/streams/{streamId}")).Is(HttpStatusCode.OK).Text("status"));
    }

    public static async Task Stop(this Browser browser, string streamId) =>
        Assert.Equal("ended", (await browser.Post($"/api/streams/{streamId}/stop")).Is(HttpStatusCode.OK).Text("status"));

    /// <summary>Live, stopped and recorded.</summary>
    /// <returns>The stream's id and its recording's.</returns>
    public static async Task<(string Stream, string Video)> Recorded(this ContentPagesApp app, Browser browser, string visibility = "public")
    {
        var id = await app.Live(browser, visibility);
        return (id, await app.Record(browser, id));
    }

    /// <summary>Stopped and recorded.</summary>
    /// <returns>The recording's id.</returns>
    public static async Task<string> Record(this ContentPagesApp app, Browser browser, string id)
    {
        await browser.Stop(id);
        var session = (await app.Grains.GetGrain<ILiveStreamGrain>(id).GetSessions()).Value![0];
        await app.Report(id, new RecordingReport(Now, $"{id}-{session.Number}", [], RecordingStatus.Finishing, new RecordedMedia(
            VideoKeys.RecordingPrefix(session.VideoId), "master.m3u8", "poster.jpg", 61.5, 1280, 720, [12.5])));
        return session.VideoId;
    }

    public static Task Report(this ContentPagesApp app, string streamId, ChannelReport report) =>
        app.Grains.GetGrain<ILiveStreamGrain>(streamId).Report(report);

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
