using System.Net;
using System.Text.Json;
using ContentPages.Web.Tests.Streams;
using Microsoft.AspNetCore.SignalR.Client;

namespace ContentPages.Web.Tests.Live;

public sealed class ViewerCountTests(ContentPagesApp app)
{
    [Fact]
    public async Task Who_plays_is_counted_and_who_leaves_or_is_lost_no_more()
    {
        var browser = await app.SignedIn();
        var id = await app.Live(browser);
        await using var owner = await LiveClient.Connect(app, browser);
        await using var first = await LiveClient.Connect(app);
        await using var idle = await LiveClient.Connect(app);
        var second = await LiveClient.Connect(app);
        foreach (var client in new[] { owner, first, second, idle }) Assert.Equal(0, Viewers(await client.JoinStream(id)));

        await first.Playing(id);
        await second.Playing(id);
        await second.Playing(id, 0);
        await owner.NextOfStream(change => Viewers(change) == 2);
        Assert.Equal(2, (await app.NewBrowser().Get($"/api/streams/{id}"))["viewers"].GetInt32());

        await second.DisposeAsync();
        await owner.NextOfStream(change => Viewers(change) == 1);
        await first.Hub.InvokeAsync("LeaveStream", id);
        await owner.NextOfStream(change => Viewers(change) == 0);
        var session = (await browser.Get($"/api/streams/{id}/sessions")).Is(HttpStatusCode.OK).Items[0];
        Assert.Equal(2, session.GetProperty("peakViewers").GetInt32());
    }

    [Fact]
    public async Task Nonsense_is_refused_and_what_is_not_live_is_not_counted()
    {
        var browser = await app.SignedIn();
        var (live, offline) = (await app.Live(browser), await browser.NewStream());
        await using var client = await LiveClient.Connect(app);
        Assert.Equal("not_joined", await client.Refused("Playing", live, 5));
        await client.JoinStream(live);
        await client.JoinStream(offline);

        foreach (var seconds in new[] { -0.1, 60.1, 1e300 }) Assert.Equal("invalid_seconds", await client.Refused("Playing", live, seconds));
        await client.Playing(offline);
        await client.Playing(live, 60);

        await client.NextOfStream(change => Viewers(change) == 1);
        Assert.Equal(0, (await browser.Get($"/api/streams/{offline}"))["viewers"].GetInt32());
        Assert.Contains("contentpages_live_viewers ", (await browser.Get("/metrics")).Content, StringComparison.Ordinal);
    }

    private static int Viewers(JsonElement change) => change.GetProperty("viewers").GetInt32();
}
