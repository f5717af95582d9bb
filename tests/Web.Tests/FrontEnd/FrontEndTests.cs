using System.Net;
using System.Text;

namespace ContentPages.Web.Tests.FrontEnd;

public sealed class FrontEndTests
{
    [Fact]
    public async Task Before_it_is_built_there_is_a_page_that_says_so()
    {
        await using var app = new ContentPagesApp();

        var page = (await app.NewBrowser().Get("/videos")).Is(HttpStatusCode.ServiceUnavailable);

        Assert.Contains("not built", page.Content, StringComparison.Ordinal);
        (await app.NewBrowser().Get("/healthz")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Its_own_addresses_get_its_page_and_nobody_else_s_do()
    {
        await using var app = Built();
        var browser = app.NewBrowser();

        foreach (var path in new[] { "/", "/videos/1", "/claim?token=x" })
        {
            var page = (await browser.Get(path)).Is(HttpStatusCode.OK);
            Assert.Equal("<p>page</p>", page.Content);
            Assert.Equal("text/html; charset=utf-8", page.Raw.Content.Headers.ContentType?.ToString());
            Assert.True(page.Raw.Headers.CacheControl?.NoCache);
        }

        foreach (var path in new[] { "/api/x", "/hubs/x", "/media", "/openapi/x", "/assets/old.js" })
            (await browser.Get(path)).Is(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Hashed_files_are_kept_forever_and_sent_as_the_build_has_compressed_them()
    {
        await using var app = Built();
        var browser = app.NewBrowser();

        var packed = (await browser.Send(HttpMethod.Get, "/assets/app-1a2b.js", null, ("Accept-Encoding", "gzip, br"))).Is(HttpStatusCode.OK);
        var plain = (await browser.Send(HttpMethod.Get, "/assets/app-1a2b.js", null, ("Accept-Encoding", "br;q=0"))).Is(HttpStatusCode.OK);

        Assert.Equal(("brotli", "br"), (packed.Content, Assert.Single(packed.Raw.Content.Headers.ContentEncoding)));
        Assert.Equal("text/javascript; charset=utf-8", packed.Raw.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", packed.Raw.Headers.CacheControl?.ToString());
        Assert.Equal("plain", plain.Content);
        Assert.Empty(plain.Raw.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], plain.Raw.Headers.Vary);
        Assert.NotEqual(packed.Raw.Headers.ETag, plain.Raw.Headers.ETag);
        var again = await browser.Send(HttpMethod.Get, "/assets/app-1a2b.js", null, ("If-None-Match", plain.Raw.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
    }

    [Theory]
    [InlineData("/../accounts.db")]
    [InlineData("/%2e%2e/accounts.db")]
    [InlineData("/assets/..%2f..%2faccounts.db")]
    [InlineData("//etc/passwd")]
    public async Task No_address_leads_out_of_its_folder(string path)
    {
        await using var app = Built();

        var answer = await app.NewBrowser().Get("http://localhost" + path);

        Assert.True(answer.Status == HttpStatusCode.NotFound || answer.Content == "<p>page</p>", answer.Content);
    }

    private static ContentPagesApp Built()
    {
        var app = new ContentPagesApp();
        var folder = Path.Combine(app.DataFolder, "front-end");
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        Write("index.html", "<p>page</p>");
        Write("assets/app-1a2b.js", "plain");
        Write("assets/app-1a2b.js.br", "brotli");
        Write("assets/app-1a2b.js.gz", "gzip");
        return app;

        void Write(string name, string content) => File.WriteAllText(Path.Combine(folder, name), content, Encoding.ASCII);
    }
}
