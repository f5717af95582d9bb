namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>The folder that our nginx runs in: <c>rtmp/</c> of the data directory. Nothing in it outlives a start.</summary>
internal sealed class RtmpFolder(LocalOptions options)
{
    // sun_path has 108 bytes.
    private const int LongestSocket = 104;

    public string Path { get; } = options.PathOf("rtmp");

    public string ControlSocket => System.IO.Path.Combine(Path, NginxConfig.ControlSocket);

    /// <summary>Whether a socket can be in it.</summary>
    public bool IsTooLong => System.Text.Encoding.UTF8.GetByteCount(ControlSocket) > LongestSocket;

    public async Task Prepare(NginxConfig config, CancellationToken cancel)
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
        else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "temp"));
        await File.WriteAllTextAsync(System.IO.Path.Combine(Path, NginxConfig.FileName), config.Text, cancel);
    }
}
