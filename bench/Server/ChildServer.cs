using System.Diagnostics;
using System.Globalization;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Server;

/// <summary>A server in a process of its own, on a free port of 127.0.0.1. Ours and the bare ones are started alike.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly TextWriter _log;
    private readonly string _logPath;
    private Task _drained = Task.CompletedTask;

    private ChildServer(Process process, int port, string name)
    {
        _process = process;
        _logPath = Path.Combine(Places.Logs, name + ".log");
        _log = TextWriter.Synchronized(new StreamWriter(_logPath) { AutoFlush = true });
        Address = new Uri($"http://127.0.0.1:{port}/");
    }

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    /// <summary>Milliseconds from starting the process to the line that names its address.</summary>
    public double ReadyAfter { get; private set; }

    /// <summary>Milliseconds of CPU time until then: what is left of it on a machine that is busy with other things.</summary>
    public double CpuUntilReady { get; private set; }

    /// <param name="name">What it says goes to <c>.run/bench/logs/{name}.log</c>, until the next one of that name.</param>
    /// <param name="arguments">With <c>{port}</c> where the port belongs.</param>
    /// <param name="core">The only one that it runs on, or null for any.</param>
    /// <exception cref="BenchException">It ended, or was not ready within a minute.</exception>
    public static async Task<ChildServer> Start(
        string name, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancel, int? core = null)
    {
        var port = FreePort.Find();
        string[] pinned = core is { } one ? ["taskset", "-c", one.ToString(CultureInfo.InvariantCulture), "dotnet"] : ["dotnet"];
        var filled = arguments.Select(a => a.Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var start = new ProcessStartInfo(pinned[0], pinned.Skip(1).Concat(filled))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // Where it sees one core, the runtime waits ten times as long before it compiles well, which would be measured.
        if (core is not null) start.Environment["DOTNET_TC_DelaySingleProcMultiplier"] = "1";
        foreach (var (variable, value) in environment) start.Environment[variable] = value;

        var started = Stopwatch.GetTimestamp();
        var server = new ChildServer(Process.Start(start)!, port, name);
        try
        {
            await server.UntilReady(port, cancel).WaitAsync(s_startLimit, cancel);
            server.ReadyAfter = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            server.CpuUntilReady = ProcessCost.CpuWithChildren(server.ProcessId) * 1000;
            return server;
        }
        catch (Exception failure)
        {
            await server.DisposeAsync();
            if (failure is TimeoutException) throw new BenchException($"The server was not ready after {s_startLimit.TotalSeconds} s; see {server._logPath}");
            throw;
        }
    }

    /// <summary>Waits until none of its children runs, at most 30 s.</summary>
    public async Task UntilChildless(CancellationToken cancel)
    {
        for (var tries = 0; tries < 600 && ProcessCost.HasChildren(ProcessId); tries++) await Task.Delay(50, cancel);
    }

    /// <summary>SIGTERM, as a service manager does; SIGKILL when that is not obeyed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var _ = Process.Start("kill", ["-TERM", ProcessId.ToString(CultureInfo.InvariantCulture)]);
            using var limit = new CancellationTokenSource(s_stopLimit);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine($"A server did not stop within {s_stopLimit.TotalSeconds} s and was killed.");
                _process.Kill(entireProcessTree: true);
            }
        }

        await _drained;
        if (_process.ExitCode != 0) Console.Error.WriteLine($"A server ended with {_process.ExitCode}; see {_logPath}");
        _process.Dispose();
        await _log.DisposeAsync();
    }

    private async Task UntilReady(int port, CancellationToken cancel)
    {
        _process.StandardInput.Close();
        var errors = Drain(_process.StandardError);
        _drained = errors;
        while (await _process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            await _log.WriteLineAsync(line);
            if (!line.Contains($":{port}", StringComparison.Ordinal)) continue;
            _drained = Task.WhenAll(errors, Drain(_process.StandardOutput));
            return;
        }

        await _process.WaitForExitAsync(cancel);
        throw new BenchException($"The server ended with {_process.ExitCode}; see {_logPath}");
    }

    // A full pipe would stop the server.
    private async Task Drain(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line) await _log.WriteLineAsync(line);
    }
}
