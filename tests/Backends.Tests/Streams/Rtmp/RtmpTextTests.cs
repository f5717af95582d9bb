using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Backends.Local.Streams.Rtmp;

namespace ContentPages.Backends.Tests.Streams.Rtmp;

public sealed class RtmpTextTests
{
    private const string Stat = """
        <?xml version="1.0" encoding="utf-8" ?>
        <rtmp><server><application><name>live</name><live>
        <stream><name>st-other</name><bytes_in>9</bytes_in></stream>
        <stream><name>st-abc</name><bytes_in>482924</bytes_in>
        <meta><video><width>640</width><codec>H264</codec></video><audio><codec>AAC</codec></audio></meta></stream>
        </live></application></server></rtmp>
        """;

    [Fact]
    public void One_process_listens_asks_us_and_hides_what_is_played()
    {
        var lines = new NginxConfig("/usr/lib/nginx/modules/ngx_rtmp_module.so", 19350, IpV6: true, "http://127.0.0.1:8080/internal/rtmp/s3cret/").Text
            .Split('\n').Select(line => line.Trim()).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "daemon off;", "master_process off;", "listen 19350;", "listen [::]:19350 ipv6only=on;", "application live {", "idle_streams on;",
                "wait_key on;", "drop_idle_publisher 10s;", "allow play 127.0.0.1;", "deny play all;", "listen unix:control.sock;",
                "on_publish \"http://127.0.0.1:8080/internal/rtmp/s3cret/publish\";",
                "on_publish_done \"http://127.0.0.1:8080/internal/rtmp/s3cret/publish-done\";",
                "on_play \"http://127.0.0.1:8080/internal/rtmp/s3cret/play\";",
            },
            lines);
    }

    [Fact]
    public void Without_IPv6_it_listens_on_IPv4_alone() =>
        Assert.DoesNotContain("[::]", new NginxConfig("/m.so", 1935, IpV6: false, "http://127.0.0.1:1/").Text, StringComparison.Ordinal);

    [Fact]
    public void A_path_that_would_end_its_quotes_is_refused() =>
        Assert.Throws<ArgumentException>(() => new NginxConfig("/m\"; include x;", 1935, false, "http://127.0.0.1:1/").Text);

    [Fact]
    public void What_nginx_knows_of_a_stream_is_read()
    {
        Assert.Equal(new RtmpStat(482924, "H264", "AAC", "640    "), RtmpStat.Read(Stat, "st-abc"));
        Assert.Equal(new RtmpStat(9, null, null, null), RtmpStat.Read(Stat, "st-other"));
        Assert.Null(RtmpStat.Read(Stat, "st-none"));
        Assert.Null(RtmpStat.Read("<rtmp><stream><name>\u0001</name>", "st-abc"));
    }

    [Theory]
    [InlineData("2026/11/22 19:27:23 [error] 1#1: *1 live: junk", null)]
    [InlineData("2026/11/22 19:27:23 [notice] 1#1: nginx/1.22.1", null)]
    [InlineData("nginx: [emerg] bind() to 0.0.0.0:1935 failed (98: Address already in use)", "nginx: [emerg] bind() to 0.0.0.0:1935 failed (98: Address already in use)")]
    [InlineData("[alert] publish 0197c1f00000700080000123456789ab_00112233445566778899aabbccddeeff now", "[alert] publish *** now")]
    public void Of_what_nginx_says_only_what_matters_is_logged_and_never_a_key(string line, string? logged) => Assert.Equal(logged, NginxLog.Wanted(line));

    [Fact]
    public void The_public_address_leaves_the_usual_port_out()
    {
        Assert.Equal("rtmp://{host}/live", RtmpAddress.Public(new IngestOptions()));
        Assert.Equal("rtmp://live.example.org:1936/live", RtmpAddress.Public(new IngestOptions { RtmpPort = 1936, PublicHost = "live.example.org" }));
    }

    [Fact]
    public void Missing_packages_are_no_tools()
    {
        Assert.Null(RtmpTools.Find(new IngestOptions { Nginx = "/nowhere/nginx" }));
        Assert.Null(RtmpTools.Find(new IngestOptions { RtmpModule = "/nowhere/module.so" }));
    }
}
