using System.Net;
using System.Text.Json;
using ContentPages.Streams;
using ContentPages.Web.Tests.Streams;
using Microsoft.AspNetCore.SignalR.Client;

namespace ContentPages.Web.Tests.Live;

public sealed class StreamHubTests(ContentPagesApp app)
{
    [Fact]
    public async Task Who_joins_a_stream_is_told_how_it_is_and_how_it_goes_on()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var visitor = await LiveClient.Connect(app);

        var now = await visitor.JoinStream(id);
        string[] fields =
        [
            "streamId", "status", "signal", "visibility", "title", "scheduledFor", "session", "liveAt", "viewers", "recordingVideoId", "trouble",
        ];
        Assert.Equal(fields, now.EnumerateObject().Select(field => field.Name));
        Assert.Equal((id, "offline", "none", "public", "A show", 0), (Text(now, "streamId"), Text(now, "status"), Text(now, "signal"), Text(now, "visibility"), Text(now, "title"), now.GetProperty("session").GetInt32()));

        await app.GoLive(browser, id);
        var live = await visitor.NextOfStream(change => Text(change, "status") == "live");
        Assert.Equal((1, "receiving", JsonValueKind.String), (live.GetProperty("session").GetInt32(), Text(live, "signal"), live.GetProperty("liveAt").ValueKind));
        Assert.Equal("live", Text(await visitor.JoinStream(id), "status"));
    }

    [Fact]
    public async Task Troubles_are_told_to_the_owner_s_connections_only()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var id = await ann.NewStream();
        await using var owner = await LiveClient.Connect(app, ann);
        await using var other = await LiveClient.Connect(app, eve);
        await owner.JoinStream(id);
        await other.JoinStream(id);
        await app.Signal(id);

        await app.Report(id, new SignalReport(Broadcasts.Now, app.Channels.Connections[id], SignalChange.Failed, new("video_codec", "Send H.264.", Broadcasts.Now)));

        var told = await owner.NextOfStream(change => change.GetProperty("trouble").ValueKind is JsonValueKind.Object);
        Assert.Equal("video_codec", Text(told.GetProperty("trouble"), "code"));
        (await ann.Put($"/api/streams/{id}", Broadcasts.Request(title: "Last"))).Is(HttpStatusCode.OK);
        await other.NextOfStream(change =>
        {
            Assert.Equal(JsonValueKind.Null, change.GetProperty("trouble").ValueKind);
            return Text(change, "title") == "Last";
        });
        Assert.Equal(JsonValueKind.Null, (await other.JoinStream(id)).GetProperty("trouble").ValueKind);
        Assert.Equal("video_codec", Text((await owner.JoinStream(id)).GetProperty("trouble"), "code"));
    }

    [Fact]
    public async Task When_it_becomes_private_it_is_gone_for_others()
    {
        var browser = await app.SignedIn();
        var id = await app.Live(browser);
        await using var owner = await LiveClient.Connect(app, browser);
        await using var visitor = await LiveClient.Connect(app);
        await owner.JoinStream(id);
        await visitor.JoinStream(id);

        (await browser.Put($"/api/streams/{id}", Broadcasts.Request("private", "Secret"))).Is(HttpStatusCode.OK);

        var gone = await visitor.NextOfStream(_ => true);
        Assert.Equal(("deleted", "none", "private", "", 0), (Text(gone, "status"), Text(gone, "signal"), Text(gone, "visibility"), Text(gone, "title"), gone.GetProperty("session").GetInt32()));
        var seen = await owner.NextOfStream(change => Text(change, "visibility") == "private");
        Assert.Equal(("live", "Secret"), (Text(seen, "status"), Text(seen, "title")));
        Assert.Equal("not_found", await visitor.Refused("JoinStream", id, null));

        // Of the two that say they play only the owner still can.
        await visitor.Playing(id);
        await owner.Playing(id);
        Assert.Equal(1, (await owner.NextOfStream(change => change.GetProperty("viewers").GetInt32() > 0)).GetProperty("viewers").GetInt32());
    }

    [Fact]
    public async Task Who_stays_is_told_again_once_it_is_public_again()
    {
        var browser = await app.SignedIn();
        var id = await app.Live(browser);
        await using var visitor = await LiveClient.Connect(app);
        await visitor.JoinStream(id);
        (await browser.Put($"/api/streams/{id}", Broadcasts.Request("private"))).Is(HttpStatusCode.OK);
        await visitor.NextOfStream(change => Text(change, "status") == "deleted");

        (await browser.Put($"/api/streams/{id}", Broadcasts.Request(title: "Back"))).Is(HttpStatusCode.OK);

        Assert.Equal("live", Text(await visitor.NextOfStream(change => Text(change, "title") == "Back"), "status"));
    }

    [Fact]
    public async Task A_deleted_stream_is_told_of_and_then_not_there()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var visitor = await LiveClient.Connect(app);
        await visitor.JoinStream(id);

        (await browser.Delete($"/api/streams/{id}")).Is(HttpStatusCode.NoContent);

        await visitor.NextOfStream(change => Text(change, "status") == "deleted");
        await using var another = await LiveClient.Connect(app);
        Assert.Equal("not_found", await another.Refused("JoinStream", id, null));
    }

    [Fact]
    public async Task What_a_caller_may_not_see_they_may_not_join()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var secret = await ann.NewStream("private");
        await using var owner = await LiveClient.Connect(app, ann);
        await using var other = await LiveClient.Connect(app, eve);
        await using var visitor = await LiveClient.Connect(app);

        Assert.Equal("not_found", await other.Refused("JoinStream", secret, null));
        Assert.Equal("not_found", await visitor.Refused("JoinStream", secret, null));
        Assert.Equal("not_found", await visitor.Refused("JoinStream", "rubbish", null));
        Assert.Equal("not_found", await visitor.Refused("JoinStream", "019b0000-0000-7000-8000-000000000001", null));
        Assert.Equal("private", Text(await owner.JoinStream(secret), "visibility"));
    }

    [Fact]
    public async Task After_leaving_nothing_comes_any_more()
    {
        var browser = await app.SignedIn();
        var (left, kept) = (await browser.NewStream(), await browser.NewStream());
        await using var visitor = await LiveClient.Connect(app);
        await using var stays = await LiveClient.Connect(app);
        foreach (var id in new[] { left, kept }) await visitor.JoinStream(id);
        await stays.JoinStream(left);
        await visitor.Hub.InvokeAsync("LeaveStream", left);
        await visitor.Hub.InvokeAsync("LeaveStream", left);

        foreach (var id in new[] { left, kept }) (await browser.Put($"/api/streams/{id}", Broadcasts.Request(title: "New"))).Is(HttpStatusCode.OK);

        Assert.Equal(kept, Text(await visitor.NextOfStream(_ => true), "streamId"));
        Assert.Equal(left, Text(await stays.NextOfStream(_ => true), "streamId"));
    }

    [Fact]
    public async Task A_connection_joins_so_many_streams()
    {
        var browser = await app.SignedIn();
        await using var visitor = await LiveClient.Connect(app);
        var joined = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            joined.Add(await browser.NewStream());
            await visitor.JoinStream(joined[i]);
        }

        var another = await browser.NewStream();
        Assert.Equal("too_many_streams", await visitor.Refused("JoinStream", another, null));
        await visitor.JoinStream(joined[0]);
        await visitor.Hub.InvokeAsync("LeaveStream", joined[0]);
        await visitor.JoinStream(another);
    }

    [Fact]
    public async Task A_connection_that_calls_too_often_is_refused()
    {
        await using var client = await LiveClient.Connect(app);
        var calls = Enumerable.Range(0, 400).Select(_ => client.Refused("JoinStream", "rubbish", null)).ToList();

        var codes = await Task.WhenAll(calls);

        Assert.Equal(["not_found", "too_many_calls"], codes.Distinct());
        Assert.InRange(codes.Count(code => code == "not_found"), 100, 399);
    }

    [Fact]
    public async Task The_recording_of_an_ended_stream_is_told_to_who_may_see_it()
    {
        var browser = await app.SignedIn();
        var id = await app.Live(browser);
        await using var visitor = await LiveClient.Connect(app);
        await visitor.JoinStream(id);

        var (recorded, video) = await app.Recorded(browser);
        Assert.Equal(video, Text(await visitor.JoinStream(recorded), "recordingVideoId"));

        (await browser.Put($"/api/videos/{video}", new { title = "Hidden", visibility = "private" })).Is(HttpStatusCode.OK);
        Assert.Null(Text(await visitor.JoinStream(recorded), "recordingVideoId"));
    }

    private static string? Text(JsonElement change, string name) => change.GetProperty(name).GetString();
}
