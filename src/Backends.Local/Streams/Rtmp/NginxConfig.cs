using System.Globalization;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>The configuration of our nginx. Names of files are relative to its folder.</summary>
/// <param name="Module">Absolute path of the RTMP module.</param>
/// <param name="CallbackUrl">Where publishers are asked about, ending in <c>/</c>; holds a secret.</param>
internal sealed record NginxConfig(string Module, int Port, bool IpV6, string CallbackUrl)
{
    public const string FileName = "nginx.conf";
    public const string ControlSocket = "control.sock";

    /// <remarks>
    /// One process, so that none outlives the one that we hold on its leash. A subscriber may be there before its publisher (<c>idle_streams</c>): ffmpeg
    /// is, so that it misses no keyframe. Whoever joins later gets nothing before a keyframe, since ffmpeg drops video that does not begin with one.
    /// A message is a frame: 8 MiB is a keyframe of 4K at the highest quality.
    /// </remarks>
    public string Text => string.Create(CultureInfo.InvariantCulture, $$"""
        daemon off;
        master_process off;
        worker_processes 1;
        load_module {{Quoted(Module)}};
        pid nginx.pid;
        error_log stderr error;
        events {
          worker_connections 1024;
          accept_mutex off;
        }
        rtmp {
          access_log off;
          max_connections 512;
          max_message 8M;
          chunk_size 65536;
          server {
            listen {{Port}};
        {{(IpV6 ? string.Create(CultureInfo.InvariantCulture, $"    listen [::]:{Port} ipv6only=on;") : "")}}
            application {{RtmpAddress.Application}} {
              live on;
              idle_streams on;
              publish_notify on;
              wait_key on;
              wait_video on;
              drop_idle_publisher 10s;
              allow play 127.0.0.1;
              deny play all;
              notify_method post;
              on_publish {{Quoted(CallbackUrl + RtmpCallbacks.Publish)}};
              on_publish_done {{Quoted(CallbackUrl + RtmpCallbacks.PublishDone)}};
              on_play {{Quoted(CallbackUrl + RtmpCallbacks.Play)}};
            }
          }
        }
        http {
          access_log off;
          client_body_temp_path temp/body;
          proxy_temp_path temp/proxy;
          fastcgi_temp_path temp/fastcgi;
          uwsgi_temp_path temp/uwsgi;
          scgi_temp_path temp/scgi;
          server {
            listen unix:{{ControlSocket}};
            location /control { rtmp_control all; }
            location /stat { rtmp_stat all; }
          }
        }

        """);

    private static string Quoted(string value) =>
        value.Contains('"', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal)
            ? throw new ArgumentException("nginx's configuration cannot hold this.", nameof(value))
            : $"\"{value}\"";
}
