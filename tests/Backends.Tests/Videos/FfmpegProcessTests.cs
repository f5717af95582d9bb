using System.Globalization;
using ContentPages.Backends.Local.Children;
using ContentPages.Backends.Local.Videos;

namespace ContentPages.Backends.Tests.Videos;

public sealed class FfmpegProcessTests
{
    private static readonly TranscoderOptions Options = new() { MaximumFileBytes = 1_000_000 };
    private static readonly FfmpegTools Tools = FfmpegTools.Find(Options);

    [Fact]
    public async Task Children_have_no_environment_no_core_dumps_and_a_limit_on_files()
    {
        using var launcher = new ChildLauncher();
        var result = await Run(launcher, "env; ulimit -c; ulimit -f; nice", TimeSpan.FromSeconds(10));
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(lines, line => line.StartsWith("HOME=", StringComparison.Ordinal) || line.StartsWith("PATH=/", StringComparison.Ordinal));
        // The shell counts files in blocks of 512 bytes.
        Assert.Equal(["0", "1953"], lines[^3..^1]);
        Assert.InRange(int.Parse(lines[^1], CultureInfo.InvariantCulture), 5, 19);
    }

    [Fact]
    public async Task Children_die_when_the_thread_that_started_them_does()
    {
        var launcher = new ChildLauncher();
        var up = new TaskCompletionSource();
        var result = Run(launcher, "echo up; exec sleep 60", TimeSpan.FromSeconds(60), _ => up.SetResult());
        await up.Task;
        launcher.Dispose();
        Assert.Equal(137, (await result.WaitAsync(TimeSpan.FromSeconds(10))).ExitCode);

        // The container knows the transcoder by three names and disposes of it as often.
        launcher.Dispose();
    }

    [Fact]
    public async Task A_child_over_its_time_is_killed_and_told_apart()
    {
        using var launcher = new ChildLauncher();
        var result = await Run(launcher, "exec sleep 60", TimeSpan.FromMilliseconds(50));
        Assert.Equal((137, true), (result.ExitCode, result.TimedOut));
    }

    [Fact]
    public async Task Only_the_end_of_what_it_complains_is_kept()
    {
        using var launcher = new ChildLauncher();
        var result = await Run(launcher, "i=0; while [ $i -lt 3000 ]; do echo 'a line of forty characters, more or less' >&2; i=$((i+1)); done; echo last >&2", TimeSpan.FromSeconds(30));
        Assert.Equal(64 * 1024, result.Errors.Length);
        Assert.EndsWith("less\nlast\n", result.Errors, StringComparison.Ordinal);
    }

    private static Task<ChildResult> Run(ChildLauncher launcher, string script, TimeSpan limit, Action<string>? onLine = null) =>
        new FfmpegProcess(launcher, Tools, Options, TimeProvider.System)
            .Run(new ChildRun("/bin/sh", ["-c", script], Path.GetTempPath(), limit, onLine), CancellationToken.None);
}
