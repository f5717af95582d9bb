using ContentPages.Backends.Local.Children;
using ContentPages.Backends.Local.Streams.Channels;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>Where nginx and its RTMP module are.</summary>
internal sealed record RtmpTools(string Nginx, string Module)
{
    public const string Missing =
        "RTMP needs nginx with its RTMP module, which are not installed: on Debian or Ubuntu, sudo apt-get install nginx-light libnginx-mod-rtmp. "
        + "Broadcasting from the browser works without.";

    private const string ModuleName = "ngx_rtmp_module.so";

    // Debian and Ubuntu; Fedora; Arch and Alpine.
    private static readonly string[] s_moduleFolders =
        ["/usr/lib/nginx/modules", "/usr/share/nginx/modules", "/usr/lib64/nginx/modules", "/usr/local/nginx/modules", "/etc/nginx/modules"];

    /// <summary>Null when one of them is missing.</summary>
    public static RtmpTools? Find(IngestOptions options)
    {
        var nginx = options.Nginx is { } set ? Programs.Find(set) : Programs.Find("nginx") ?? Programs.Find("/usr/sbin/nginx") ?? Programs.Find("/usr/local/sbin/nginx");
        var module = options.RtmpModule is { } path ? Programs.Find(path) : s_moduleFolders.Select(folder => Programs.Find(Path.Combine(folder, ModuleName))).FirstOrDefault(found => found is not null);
        return nginx is null || module is null ? null : new RtmpTools(nginx, module);
    }
}
