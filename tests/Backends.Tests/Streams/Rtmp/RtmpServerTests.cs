using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Backends.Local.Streams.Rtmp;
using ContentPages.Backends.Tests.Streams.Channels;

namespace ContentPages.Backends.Tests.Streams.Rtmp;

[Collection("Encoders")]
public sealed class RtmpServerTests
{
    [Fact]
    public async Task Without_the_packages_the_site_starts_and_says_what_to_install()
    {
        await using var host = await IngestHost.Start(port: 19_999, settings: [("Ingest:RtmpModule", "/nowhere/ngx_rtmp_module.so")]);
        await host.Until(() => host.Get<RtmpState>().Unavailable == RtmpTools.Missing);

        var ingest = await (await host.Stream()).Ingest();

        Assert.Contains("libnginx-mod-rtmp", ingest.RtmpUnavailable, StringComparison.Ordinal);
        Assert.Equal((null, null), (ingest.RtmpUrl, ingest.StreamKey));
        Assert.StartsWith("/ingest/browser/", ingest.BrowserIngestUrl, StringComparison.Ordinal);
        Assert.Single(host.Log.Lines, line => line.Contains("libnginx-mod-rtmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_and_used_once_it_is_free()
    {
        Assert.SkipWhen(RtmpTools.Find(new IngestOptions()) is null, "nginx and its RTMP module are not installed.");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var host = await IngestHost.Start(port: port);
        var stream = await host.Stream();
        await host.Until(() => host.Get<RtmpState>().Unavailable?.Contains($"port {port} is in use", StringComparison.Ordinal) is true);

        other.Stop();

        await host.Until(() => host.Get<RtmpState>().Unavailable is null);
        Assert.Equal($"rtmp://{{host}}:{port}/live", (await stream.Ingest()).RtmpUrl);
    }

    [Fact]
    public async Task Switched_off_it_says_so()
    {
        await using var host = await IngestHost.Start(port: 0);
        await host.Until(() => host.Get<RtmpState>().Unavailable?.Contains("switched off", StringComparison.Ordinal) is true);

        Assert.Null((await (await host.Stream()).Ingest()).StreamKey);
    }

    [Fact]
    public async Task Nobody_but_our_nginx_is_answered()
    {
        await using var host = await IngestHost.Start();
        var stream = await host.Stream();
        using var http = new HttpClient { BaseAddress = host.Address };
        var form = new Dictionary<string, string> { ["name"] = await stream.Key(), ["clientid"] = "1" };

        var guessed = await http.PostAsync("/internal/rtmp/00112233445566778899aabbccddeeff/publish", new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);

        var ours = $"/internal/rtmp/{host.Get<RtmpGate>().Secret}/";
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync(ours + "publish", form)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(ours + "publish", new FormUrlEncodedContent([new("name", "x"), new("clientid", "-1")]))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync(ours + "other", new FormUrlEncodedContent(form))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsync(ours + "play", new FormUrlEncodedContent([new("name", "st-unknown"), new("clientid", "1")]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(ours + "publish-done", new FormUrlEncodedContent([new("name", "x"), new("clientid", "77")]))).StatusCode);
    }
}
