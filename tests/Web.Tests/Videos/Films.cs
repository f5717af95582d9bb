using System.Net;
using System.Net.Http.Headers;
using ContentPages.Backends.Local.Media;
using ContentPages.Grains.Videos;
using ContentPages.Videos;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Tests.Videos;

/// <summary>Brings videos into the state that a test is about.</summary>
internal static class Films
{
    public static readonly byte[] Bytes = "a film"u8.ToArray();

    public static object Request(string visibility = "public", string title = "A film", string? albumId = null, string? trackId = null) =>
        new { fileName = "film.mp4", contentType = "video/mp4", size = Bytes.Length, title, visibility, albumId, trackId };

    public static async Task<Answer> Ticket(this Browser browser, string visibility = "public", string title = "A film", string? albumId = null) =>
        (await browser.Post("/api/videos/upload/presigned", Request(visibility, title, albumId))).Is(HttpStatusCode.OK);

    public static async Task<string> Uploading(this Browser browser, string visibility = "public") =>
        (await browser.Ticket(visibility)).Text("videoId")!;

    /// <summary>Sent and confirmed.</summary>
    public static async Task<string> Processing(this Browser browser, string visibility = "public", string title = "A film", string? albumId = null)
    {
        var ticket = await browser.Ticket(visibility, title, albumId);
        await browser.SendFile(ticket);
        var videoId = ticket.Text("videoId")!;
        (await browser.Post("/api/videos/upload/confirm", new { videoId })).Is(HttpStatusCode.OK);
        return videoId;
    }

    public static async Task<string> Ready(
        this ContentPagesApp app, Browser browser, string visibility = "public", string title = "A film", string? albumId = null)
    {
        var videoId = await browser.Processing(visibility, title, albumId);
        await app.Report(videoId, new JobCompleted(FakeTranscoder.JobOf(videoId), 1, Now, Media(videoId)));
        return videoId;
    }

    public static async Task<string> Failed(this ContentPagesApp app, Browser browser)
    {
        var videoId = await browser.Processing();
        await app.Report(videoId, new JobFailed(FakeTranscoder.JobOf(videoId), 1, Now, 1404, "The bucket is not there."));
        return videoId;
    }

    public static Task Progress(this ContentPagesApp app, string videoId, double percent) =>
        app.Report(videoId, new JobProgressed(FakeTranscoder.JobOf(videoId), 1, Now, TranscodePhase.Transcoding, percent));

    /// <summary>The first segments are written, and then that much.</summary>
    public static async Task Playable(this ContentPagesApp app, string videoId, double percent)
    {
        var playlist = app.Services.GetRequiredService<DiskObjectStore>().PathOf(VideoKeys.AttemptPrefix(videoId, 1) + VideoOutputs.Playlist);
        Directory.CreateDirectory(Path.GetDirectoryName(playlist)!);
        await File.WriteAllTextAsync(playlist, "#EXTM3U\n");
        await app.Report(videoId, new JobProgressed(FakeTranscoder.JobOf(videoId), 1, Now, TranscodePhase.Transcoding, percent, null, OutputsStarted: true));
    }

    public static async Task SendFile(this Browser browser, Answer ticket)
    {
        var put = new HttpRequestMessage(HttpMethod.Put, ticket.Text("url")) { Content = new ByteArrayContent(Bytes) };
        foreach (var header in ticket["headers"].EnumerateObject())
        {
            if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                put.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(header.Value.GetString()!);
            else if (!header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                put.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        (await browser.Send(put)).Is(HttpStatusCode.OK);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static VideoMedia Media(string videoId) =>
        new(VideoKeys.AttemptPrefix(videoId, 1), VideoOutputs.Playlist, "poster.jpg", "storyboard.vtt", 12.5, 1920, 1080);

    private static Task Report(this ContentPagesApp app, string videoId, JobReport report) => app.Grains.GetGrain<IVideoGrain>(videoId).ReportJob(report);
}
