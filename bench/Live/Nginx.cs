using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Live;

/// <summary>nginx as others would use it: takes RTMP and writes plain one-second HLS, and serves a folder as it lies on the disk.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Module = "/usr/lib/nginx/modules/ngx_rtmp_module.so";
    // Debian puts it where only root looks.
    private const string Sbin = "/usr/sbin/nginx";

    private readonly Process _process;

    private Nginx(Process process, string folder, int httpPort, int rtmpPort)
    {
        (_process, Folder) = (process, folder);
        Address = new Uri($"http://127.0.0.1:{httpPort}/");
        Rtmp = $"rtmp://127.0.0.1:{rtmpPort}/live/clock";
    }

    /// <summary>What it serves.</summary>
    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>Where an encoder sends to.</summary>
    public string Rtmp { get; }

    /// <summary>What becomes of it.</summary>
    public Uri Playlist => new(Address, "hls/clock.m3u8");

    /// <summary>CPU seconds of all its processes.</summary>
    public double Cpu => ProcessTree.Cpu(_process.Id);

    public static async Task<Nginx> Start(string folder, CancellationToken cancel)
    {
        if (!File.Exists(Module)) throw new BenchException("nginx's RTMP module is missing (Debian package libnginx-mod-rtmp).");
        var (http, rtmp) = (FreePort.Find(), FreePort.Find());
        var root = Directory.CreateDirectory(Path.Combine(folder, "www")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "hls"));
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Configuration(folder, http, rtmp), cancel);
        var nginx = new Nginx(Process.Start(new ProcessStartInfo(Program, ["-c", configuration, "-p", folder]))!, root, http, rtmp);
        for (var tries = 0; !await Listens(http, cancel); tries++)
        {
            if (nginx._process.HasExited || tries > 100) throw new BenchException($"nginx did not start; see {folder}/error.log");
            await Task.Delay(50, cancel);
        }

        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) using (Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> Listens(int port, CancellationToken cancel)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Program => File.Exists(Sbin) ? Sbin : "nginx";

    // As its workers would otherwise be "nobody", who may not write here.
    private static string User => Environment.UserName == "root" ? "user root;" : "";

    private static string Configuration(string folder, int http, int rtmp) => $$"""
        load_module {{Module}};
        {{User}}
        daemon off;
        pid {{folder}}/nginx.pid;
        error_log {{folder}}/error.log warn;
        worker_processes auto;
        events { worker_connections 4096; }
        http {
            access_log off;
            sendfile on;
            tcp_nopush on;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            types { text/html html; text/javascript js; application/vnd.apple.mpegurl m3u8; video/mp2t ts; video/mp4 mp4 m4s; }
            server {
                listen 127.0.0.1:{{http}} reuseport;
                root {{folder}}/www;
                keepalive_requests 1000000;
                keepalive_timeout 300s;
                location / { add_header Cache-Control no-cache; }
            }
        }
        rtmp {
            server {
                listen 127.0.0.1:{{rtmp}};
                application live {
                    live on;
                    hls on;
                    hls_path {{folder}}/www/hls;
                    hls_fragment 1s;
                }
            }
        }
        """;
}
