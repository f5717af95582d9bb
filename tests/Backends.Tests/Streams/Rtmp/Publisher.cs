using System.Diagnostics;

namespace ContentPages.Backends.Tests.Streams.Rtmp;

/// <summary>An ffmpeg that publishes by RTMP as an encoder does.</summary>
internal sealed class Publisher : IAsyncDisposable
{
    public const string Picture = "-f lavfi -i testsrc2=s=320x180:r=25";
    public const string Tone = "-f lavfi -i sine=440:r=48000";
    public const string H264 = "-c:v libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p";

    private readonly Process _process;
    private readonly Task<string> _errors;

    private Publisher(string arguments, string url)
    {
        Started = TimeProvider.System.GetUtcNow();
        _process = Process.Start(new ProcessStartInfo("ffmpeg", [.. $"-nostdin -v error {arguments} -f flv".Split(' ', StringSplitOptions.RemoveEmptyEntries), url])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public DateTimeOffset Started { get; }

    public bool HasEnded => _process.HasExited;

    public static Publisher To(int port, string key, string arguments) => new(arguments, $"rtmp://127.0.0.1:{port}/live/{key}");

    /// <summary>A small film in real time: H.264 with a keyframe a second, and AAC.</summary>
    public static Publisher Film(int port, string key) =>
        To(port, key, $"-re {Picture} -re {Tone} {H264} -g 25 -c:a aac");

    /// <summary>What it complained of, when it ended by itself.</summary>
    public async Task<string> Complaint()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        return await _errors;
    }

    /// <summary>As if its computer hung: the connection stands, and nothing comes.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    /// <summary>Ends as an encoder does that is told to stop.</summary>
    public async Task Stop()
    {
        Signal("INT");
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        await _errors;
        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, $"{_process.Id}"]);
        kill.WaitForExit();
    }
}
