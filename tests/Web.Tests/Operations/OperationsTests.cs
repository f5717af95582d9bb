using System.Net;
using System.Text.RegularExpressions;
using ContentPages.Web.Tests.Live;
using ContentPages.Web.Tests.Streams;

namespace ContentPages.Web.Tests.Operations;

public sealed class OperationsTests(ContentPagesApp app)
{
    [Fact]
    public async Task It_is_alive_and_ready()
    {
        Assert.Equal("alive\n", (await app.NewBrowser().Get("/healthz")).Is(HttpStatusCode.OK).Content);
        Assert.Equal("ready\n", (await app.NewBrowser().Get("/readyz")).Is(HttpStatusCode.OK).Content);
    }

    [Theory]
    [InlineData("streams", "gauge")]
    [InlineData("viewers", "gauge")]
    [InlineData("connections", "gauge")]
    [InlineData("joins", "counter")]
    public async Task Metrics_tell_of_live_streams(string name, string kind)
    {
        var browser = await app.SignedIn();
        await using var client = await LiveClient.Connect(app);
        await client.JoinStream(await browser.NewStream());

        var lines = (await browser.Get("/metrics")).Is(HttpStatusCode.OK).Content.Split('\n');

        Assert.Contains($"# TYPE contentpages_live_{name} {kind}", lines);
        Assert.Single(lines, line => line.StartsWith($"contentpages_live_{name} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_tell_of_chat()
    {
        var browser = await app.SignedIn();
        await using var client = await LiveClient.Connect(app, browser);
        var id = await browser.NewStream();
        await client.Write(id, "Too early");
        await client.JoinChat(id);
        await client.Write(id, "Hello");

        var lines = (await browser.Get("/metrics")).Is(HttpStatusCode.OK).Content.Split('\n');

        Assert.Contains(lines, line => Regex.IsMatch(line, "^contentpages_chat_posted [1-9]"));
        Assert.Contains(lines, line => Regex.IsMatch(line, "^contentpages_chat_refused\\{code=\"not_joined\"\\} [1-9]"));
        Assert.Contains(lines, line => Regex.IsMatch(line, "^contentpages_chat_rooms [1-9]"));
    }

    [Fact]
    public async Task Metrics_are_lines_that_Prometheus_reads_and_no_series_comes_twice()
    {
        var browser = app.NewBrowser();
        for (var i = 0; i < 3; i++) (await browser.Get("/api/videos?q=metrics")).Is(HttpStatusCode.OK);

        var text = (await browser.Get("/metrics")).Is(HttpStatusCode.OK).Content;

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(new Regex("""^(# TYPE [a-z0-9_]+ (counter|gauge|summary)|[a-z0-9_]+(\{([a-z0-9_]+="[^"]*",?)+\})? -?[0-9.E+-]+)$"""), line));
        var series = lines.Where(line => line[0] != '#').Select(line => line[..line.LastIndexOf(' ')]).ToList();
        Assert.Equal(series.Distinct().Count(), series.Count);
        Assert.Contains(lines, line => line.StartsWith("http_server_request_duration_count{", StringComparison.Ordinal)
            && line.Contains("http_response_status_code=\"200\"", StringComparison.Ordinal));
    }
}
