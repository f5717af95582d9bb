using System.Diagnostics;
using System.Text;

namespace ContentPages.Bench.Live;

/// <summary>An ffmpeg that sends to an RTMP address until it is disposed of.</summary>
internal sealed class Encoder : IAsyncDisposable
{
    private const int MostErrors = 2000;
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private Encoder(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                if (_errors.Length < MostErrors) _errors.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
    }

    public Stream Input => _process.StandardInput.BaseStream;

    public string Errors
    {
        get
        {
            lock (_errors) return _errors.ToString();
        }
    }

    public static Encoder Start(IEnumerable<string> arguments) => new(Process.Start(
        new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardInput = true, RedirectStandardError = true })!);

    /// <summary>Sends a film as it is, in real time and again and again, so that it costs next to nothing.</summary>
    public static Encoder Send(string film, string address) => Start(
        ["-nostdin", "-v", "error", "-re", "-stream_loop", "-1", "-i", film, "-c", "copy", "-f", "flv", "-flvflags", "no_duration_filesize", address]);

    /// <exception cref="BenchException">It has ended.</exception>
    public void DemandRunning()
    {
        if (_process.HasExited) throw new BenchException("The encoder ended: " + Errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
