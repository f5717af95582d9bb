using System.Net;
using ContentPages.Videos;

namespace ContentPages.Web.Tests.Videos;

public sealed class UploadTests(ContentPagesApp app)
{
    private const long MiB = 1024 * 1024;

    [Fact]
    public async Task A_small_file_is_sent_in_one_request_and_confirmed_twice_as_well_as_once()
    {
        var browser = await app.SignedIn();
        var ticket = await browser.Ticket();
        Assert.Equal("single", ticket.Text("kind"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, ticket["partSize"].ValueKind);
        var videoId = ticket.Text("videoId");
        (await browser.Post("/api/videos/upload/confirm", new { videoId })).Is(HttpStatusCode.Conflict, "upload_incomplete");

        await browser.SendFile(ticket);
        // The store's own event does the same, and either may come first.
        var first = (await browser.Post("/api/videos/upload/confirm", new { videoId })).Is(HttpStatusCode.OK);
        var second = (await browser.Post("/api/videos/upload/confirm", new { videoId })).Is(HttpStatusCode.OK);

        Assert.Equal("processing", first.Text("status"));
        Assert.Equal("processing", second.Text("status"));
        Assert.Equal(1, second["attempt"].GetInt32());
        Assert.Equal(VideoKeys.Source(videoId!), app.Transcoder.Jobs[FakeTranscoder.JobOf(videoId!)].SourceKey);
    }

    [Fact]
    public async Task A_large_file_is_sent_in_parts_and_what_has_arrived_is_listed()
    {
        var browser = await app.SignedIn();
        var request = new { fileName = "long.mov", contentType = "video/quicktime", size = 65 * MiB, title = "Long", visibility = "private" };
        var ticket = (await browser.Post("/api/videos/upload/presigned", request)).Is(HttpStatusCode.OK);
        Assert.Equal("multipart", ticket.Text("kind"));
        Assert.Equal(16 * MiB, ticket["partSize"].GetInt64());
        var upload = $"/api/videos/{ticket.Text("videoId")}/upload";

        var signed = (await browser.Post($"{upload}/parts", new { numbers = new[] { 5 } })).Is(HttpStatusCode.OK)["parts"][0];
        Assert.Equal(5, signed.GetProperty("number").GetInt32());
        var put = await browser.Send(new(HttpMethod.Put, signed.GetProperty("url").GetString()) { Content = new ByteArrayContent(new byte[MiB]) });
        var etag = put.Is(HttpStatusCode.OK).Raw.Headers.ETag!.Tag;

        var resumed = (await browser.Get(upload)).Is(HttpStatusCode.OK);
        Assert.False(resumed["arrived"].GetBoolean());
        Assert.Equal("long.mov", resumed["source"].GetProperty("fileName").GetString());
        var part = Assert.Single(resumed["parts"].EnumerateArray());
        Assert.Equal(5, part.GetProperty("number").GetInt32());
        Assert.Equal(MiB, part.GetProperty("size").GetInt64());
        Assert.Equal(etag.Trim('"'), part.GetProperty("etag").GetString()!.Trim('"'));
        (await browser.Post("/api/videos/upload/confirm", new { videoId = ticket.Text("videoId"), parts = new[] { new { number = 5, etag } } }))
            .Is(HttpStatusCode.Conflict, "upload_incomplete");
    }

    [Theory]
    [InlineData("fileName", "", "video/mp4", 1, "T")]
    [InlineData("contentType", "a.txt", "text/plain", 1, "T")]
    [InlineData("contentType", "a.mp4", "video/", 1, "T")]
    [InlineData("size", "a.mp4", "video/mp4", 0, "T")]
    [InlineData("size", "a.mp4", "video/mp4", 50_000_000_001, "T")]
    [InlineData("title", "a.mp4", "video/mp4", 1, " ")]
    public async Task A_bad_value_is_named(string field, string fileName, string contentType, long size, string title)
    {
        var answer = await (await app.SignedIn()).Post(
            "/api/videos/upload/presigned", new { fileName, contentType, size, title, visibility = "public" });

        answer.Is(HttpStatusCode.BadRequest, "validation_failed");
        Assert.Equal([field], answer["errors"].EnumerateObject().Select(error => error.Name));
    }

    [Theory]
    [InlineData("everyone")]
    [InlineData("2")]
    public async Task A_visibility_that_there_is_not_is_refused(string visibility) =>
        (await (await app.SignedIn()).Post("/api/videos/upload/presigned", Films.Request(visibility))).Is(HttpStatusCode.BadRequest, "invalid_body");

    [Fact]
    public async Task Two_visibilities_are_none() =>
        (await (await app.SignedIn()).Post("/api/videos/upload/presigned", Films.Request("unlisted,public"))).Is(HttpStatusCode.BadRequest, "validation_failed");

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_part_number_out_of_range_is_refused(int number)
    {
        var browser = await app.SignedIn();

        (await browser.Post($"/api/videos/{await browser.Uploading()}/upload/parts", new { numbers = new[] { number } }))
            .Is(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task A_single_upload_has_no_parts()
    {
        var browser = await app.SignedIn();

        (await browser.Post($"/api/videos/{await browser.Uploading()}/upload/parts", new { numbers = new[] { 1 } }))
            .Is(HttpStatusCode.BadRequest, "invalid_parts");
    }

    [Fact]
    public async Task An_altered_ticket_takes_nothing()
    {
        var browser = await app.SignedIn();
        var ticket = await browser.Ticket();
        var other = (await browser.Uploading()).ToString();
        var url = ticket.Text("url")!.Replace(ticket.Text("videoId")!, other, StringComparison.Ordinal);

        var put = await browser.Send(new(HttpMethod.Put, url) { Content = new ByteArrayContent(Films.Bytes) });

        Assert.Equal(HttpStatusCode.Forbidden, put.Status);
        Assert.False((await browser.Get($"/api/videos/{other}/upload"))["arrived"].GetBoolean());
    }
}
