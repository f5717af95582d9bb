using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ContentPages.Silo;

namespace ContentPages.Web.Tests.Host;

/// <summary>The program as a process of its own, killed while an encoder sends to it.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const string Secret = "00112233445566778899aabbccddeeff";

    private readonly string _folder = Directory.CreateTempSubdirectory("contentpages-killed-").FullName;
    private readonly int _rtmpPort = FreeTcpPort();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_killed_server_leaves_no_process_behind()
    {
        Assert.SkipUnless(File.Exists("/usr/lib/nginx/modules/ngx_rtmp_module.so"), "nginx's RTMP module is not installed.");
        var key = await AddChannel();
        using var server = Start("dotnet", typeof(Launch).Assembly.Location, "--port", "0", "--data", _folder, $"--Ingest:RtmpPort={_rtmpPort}");
        await Says(server, "Encoders can connect");
        var film = "-nostdin -v error -re -f lavfi -i testsrc2=s=320x180:r=25 -c:v libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p -g 25 -f flv";
        using var encoder = Start("ffmpeg", [.. film.Split(' '), $"rtmp://127.0.0.1:{_rtmpPort}/live/{key}"]);
        await Says(server, "can be played");
        Assert.Equal(2, Children().Count);

        server.Kill();

        for (var look = 0; look < 500 && Children().Count > 0; look++) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Empty(Children());
        if (!encoder.HasExited) encoder.Kill();
    }

    /// <summary>As it lies on disk, so that no account is needed to publish.</summary>
    private async Task<string> AddChannel()
    {
        var id = EntityId.New(TimeProvider.System.GetUtcNow());
        Directory.CreateDirectory(Path.Combine(_folder, "channels"));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "channels", id + ".json"),
            $$"""{ "streamId": "{{id}}", "ownerId": "owner", "latency": "Low", "secret": "{{Secret}}", "recordings": [] }""");
        return $"{id.Replace("-", "", StringComparison.Ordinal)}_{Secret}";
    }

    /// <summary>nginx, which runs in our folder, and ffmpeg, which reads from its port under a connection's name.</summary>
    private List<string> Children() =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out _)).Select(CommandOf)
            .Where(command => command.Contains($"{_folder}/rtmp/", StringComparison.Ordinal) || command.Contains($":{_rtmpPort}/live/st-", StringComparison.Ordinal)),
    ];

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static Process Start(string program, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;

    private static async Task Says(Process process, string words)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await process.StandardError.ReadLineAsync(limit.Token) is { } line)
            if (line.Contains(words, StringComparison.Ordinal)) return;
        Assert.Fail($"It ended without saying '{words}'.");
    }

    private static int FreeTcpPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
