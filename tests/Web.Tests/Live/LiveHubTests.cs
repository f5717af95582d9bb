using System.Net;
using ContentPages.Web.Tests.Videos;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContentPages.Web.Tests.Live;

public sealed class LiveHubTests(ContentPagesApp app)
{
    [Fact]
    public async Task Who_watches_a_video_is_told_how_it_is_and_how_it_goes_on()
    {
        var browser = await app.SignedIn();
        var id = await browser.Processing();
        await app.Playable(id, 10);
        await using var visitor = await LiveClient.Connect(app);

        var now = await visitor.WatchVideo(id);
        Assert.Equal(["videoId", "status", "playable", "progress", "failure"], now.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("processing", true), (now.GetProperty("status").GetString(), now.GetProperty("playable").GetBoolean()));

        await app.Progress(id, 55);
        var change = await visitor.Next(change => change.GetProperty("progress").GetProperty("percent").GetDouble() == 55);
        Assert.Equal(id, change.GetProperty("videoId").GetString());
        Assert.Equal("transcoding", change.GetProperty("progress").GetProperty("phase").GetString());
    }

    [Fact]
    public async Task The_owner_is_told_of_all_of_their_videos_and_of_nobody_else_s()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        await using var client = await LiveClient.Connect(app, ann);
        await client.Hub.InvokeAsync("WatchLibrary");

        var foreign = await app.Ready(eve);
        var own = await app.Ready(ann);

        var seen = new List<string?>();
        await client.Next(change =>
        {
            seen.Add(change.GetProperty("videoId").GetString());
            return change.GetProperty("status").GetString() == "ready";
        });
        Assert.All(seen, id => Assert.Equal(own, id));
        Assert.DoesNotContain(foreign, seen);
    }

    [Fact]
    public async Task After_unwatching_nothing_comes_any_more()
    {
        var browser = await app.SignedIn();
        var (left, kept) = (await app.Ready(browser), await app.Ready(browser));
        await using var client = await LiveClient.Connect(app);
        await client.WatchVideo(left);
        await client.WatchVideo(kept);
        await client.Hub.InvokeAsync("UnwatchVideo", left);

        (await browser.Put($"/api/videos/{left}", new { title = "A", visibility = "public" })).Is(HttpStatusCode.OK);
        (await browser.Put($"/api/videos/{kept}", new { title = "A", visibility = "public" })).Is(HttpStatusCode.OK);

        // Both changes take the same way, so the second one would have come after the first.
        var first = await client.Next(_ => true);
        Assert.Equal(kept, first.GetProperty("videoId").GetString());
    }

    [Fact]
    public async Task What_a_caller_may_not_see_they_may_not_watch()
    {
        var browser = await app.SignedIn();
        var secret = await app.Ready(browser, "private");
        await using var visitor = await LiveClient.Connect(app);
        await using var owner = await LiveClient.Connect(app, browser);

        Assert.Contains("not_found", (await Assert.ThrowsAsync<HubException>(() => visitor.WatchVideo(secret))).Message, StringComparison.Ordinal);
        Assert.Contains("not_found", (await Assert.ThrowsAsync<HubException>(() => visitor.WatchVideo("rubbish"))).Message, StringComparison.Ordinal);
        Assert.Contains("sign_in_required", (await Assert.ThrowsAsync<HubException>(() => visitor.Hub.InvokeAsync("WatchLibrary"))).Message, StringComparison.Ordinal);
        Assert.Equal("ready", (await owner.WatchVideo(secret)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_changed_password_closes_the_account_s_connections()
    {
        var browser = await app.SignedIn();
        await using var client = await LiveClient.Connect(app, browser);
        await client.Hub.InvokeAsync("WatchLibrary");

        (await browser.Post("/api/account/password", new { currentPassword = Browser.Password, newPassword = "another one entirely" }))
            .Is(HttpStatusCode.NoContent);

        await client.Closed;
    }

    [Fact]
    public async Task One_connection_watches_so_many_videos()
    {
        await using var limited = Limited("MaxVideosPerConnection", 1);
        var browser = await limited.SignedIn();
        var (one, two) = (await limited.Ready(browser), await limited.Ready(browser));
        await using var client = await LiveClient.Connect(limited);
        await client.WatchVideo(one);
        await client.WatchVideo(one);

        Assert.Contains("too_many_videos", (await Assert.ThrowsAsync<HubException>(() => client.WatchVideo(two))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_has_so_many_connections()
    {
        await using var limited = Limited("MaxConnectionsPerAddress", 1);
        var browser = await limited.SignedIn();
        var id = await limited.Ready(browser);
        await using var first = await LiveClient.Connect(limited);
        await first.WatchVideo(id);
        await using var second = await LiveClient.Connect(limited);
        await using var elsewhere = await LiveClient.Connect(limited, address: "192.0.2.2");

        await second.Closed;
        await elsewhere.WatchVideo(id);
    }

    [Fact]
    public async Task One_account_has_so_many_connections_wherever_they_come_from()
    {
        await using var limited = Limited("MaxConnectionsPerUser", 1);
        var (ann, eve) = (await limited.SignedIn("Ann"), await limited.SignedIn("Eve"));
        var first = await LiveClient.Connect(limited, ann, "192.0.2.1");
        await first.Hub.InvokeAsync("WatchLibrary");
        await using var second = await LiveClient.Connect(limited, ann, "192.0.2.2");
        await using var visitor = await LiveClient.Connect(limited, address: "192.0.2.3");
        await using var other = await LiveClient.Connect(limited, eve, "192.0.2.3");

        Assert.Equal(("too_many_connections", 30), await second.Bye);
        await second.Closed;
        await other.Hub.InvokeAsync("WatchLibrary");
        await first.DisposeAsync();
    }

    [Fact]
    public async Task A_stop_says_when_to_come_back()
    {
        await using var stopping = new ContentPagesApp();
        await using var client = await LiveClient.Connect(stopping);

        stopping.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(("drain", 2), await client.Bye);
    }

    private static ContentPagesApp Limited(string limit, int value) => new() { Settings = { [$"Live:{limit}"] = $"{value}" } };
}
