using System.Diagnostics;

namespace ContentPages.Bench.Measuring;

/// <param name="Wall">Seconds.</param>
/// <param name="Cpu">Seconds of user and system time.</param>
internal sealed record ToolRun(string Output, double Wall, double Cpu);

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    /// <exception cref="BenchException">It is missing or answers an error.</exception>
    public static async Task<ToolRun> Run(string name, IEnumerable<string> arguments, CancellationToken cancel, string? folder = null)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        var cpu = ProcessCost.CpuOfChildren(Environment.ProcessId);
        var started = Stopwatch.GetTimestamp();
        using var process = Start(start);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (process.ExitCode != 0)
                throw new BenchException($"{name} ended with {process.ExitCode}: {Tail(await errors)}");
            return new ToolRun(await output, wall, ProcessCost.CpuOfChildren(Environment.ProcessId) - cpu);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new BenchException($"{start.FileName} is missing.");
        }
    }

    private static string Tail(string text) => text.Length > 600 ? text[^600..] : text;
}
