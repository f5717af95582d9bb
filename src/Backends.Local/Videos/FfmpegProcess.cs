using System.ComponentModel;
using System.Diagnostics;
using ContentPages.Backends.Local.Children;

namespace ContentPages.Backends.Local.Videos;

/// <param name="ExitCode">128 plus the signal where one ended it.</param>
/// <param name="Output">Standard output, unless its lines were taken one by one.</param>
/// <param name="Errors">The last of what it wrote to standard error.</param>
internal sealed record ChildResult(int ExitCode, string Output, string Errors, bool TimedOut);

/// <param name="OnLine">Takes each line of standard output; null to collect it.</param>
internal sealed record ChildRun(
    string Program, IReadOnlyList<string> Arguments, string WorkingDirectory, TimeSpan Limit, Action<string>? OnLine = null);

/// <summary>
/// Runs ffmpeg and ffprobe as strangers: no environment, no core dumps, a limit on file size, no new rights, low priority, a time
/// limit, and death together with us even if we are killed.
/// </summary>
internal sealed class FfmpegProcess(ChildLauncher launcher, FfmpegTools tools, TranscoderOptions options, TimeProvider time)
{
    private const int MostErrors = 64 * 1024;
    private const int MostOutput = 4 * 1024 * 1024;

    /// <summary>Runs it to its end; a cancelled one is dead when this throws.</summary>
    public async Task<ChildResult> Run(ChildRun run, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var process = await Launch(run);
        using var limit = new CancellationTokenSource(run.Limit, time);
        await using (limit.Token.Register(() => Kill(process)))
        await using (cancel.Register(() => Kill(process)))
        {
            var output = new TextTail(MostOutput);
            var errors = new TextTail(MostErrors);
            await Task.WhenAll(
                ReadLines(process.StandardOutput, run.OnLine ?? output.AddLine),
                ReadLines(process.StandardError, errors.AddLine),
                process.WaitForExitAsync(CancellationToken.None));
            cancel.ThrowIfCancellationRequested();
            return new ChildResult(process.ExitCode, output.ToString(), errors.ToString(), limit.IsCancellationRequested);
        }
    }

    private async Task<Process> Launch(ChildRun run)
    {
        List<string> command = [.. tools.Wrappers.Before(options.Niceness, options.MaximumFileBytes), run.Program, .. run.Arguments];
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = run.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
        try
        {
            var process = await launcher.Start(start);
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception failure)
        {
            throw new JobFailedException(new JobFailure(JobFailure.Setup, "ffmpeg could not be started."), failure);
        }
    }

    private static async Task ReadLines(StreamReader reader, Action<string> take)
    {
        while (await reader.ReadLineAsync() is { } line) take(line);
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
