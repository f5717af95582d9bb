using System.ComponentModel;
using ContentPages.Backends.Local.Children;
using ContentPages.Backends.Local.Streams.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>
/// Keeps our nginx running: starts it once the web server is up, whose callbacks it needs; starts it again with growing pauses when it dies; waits for
/// a port that is taken, and for packages that are missing. Without it the site runs all the same.
/// </summary>
internal sealed partial class RtmpServer(
    IngestOptions options, RtmpFolder folder, RtmpState state, RtmpGate gate, NginxControl control, OwnAddress address, TimeProvider time, ILogger<RtmpServer> log)
    : BackgroundService
{
    private static readonly TimeSpan s_portAgain = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_packagesAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_readyAgain = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_stable = TimeSpan.FromMinutes(1);

    private string? _said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.RtmpPort == 0)
        {
            state.Unavailable = "RTMP is switched off on this server (Ingest:RtmpPort is 0). Broadcast from the browser instead.";
            return;
        }

        using var launcher = new ChildLauncher();
        var pause = TimeSpan.Zero;
        try
        {
            if (await address.Loopback(stoppingToken) is not { } callbacks)
            {
                Cannot("RTMP cannot be had: the web server must listen on a plain HTTP port, too.", s_packagesAgain);
                return;
            }

            while (true)
            {
                var started = time.GetUtcNow();
                var again = await Serve(launcher, callbacks, stoppingToken);
                pause = time.GetUtcNow() - started > s_stable ? TimeSpan.Zero : pause;
                pause = again ?? TimeSpan.FromSeconds(Math.Clamp(pause.TotalSeconds * 2, 0.25, 30));
                await Task.Delay(pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            state.Unavailable = "The server is stopping.";
        }
    }

    /// <summary>Runs it until it ends.</summary>
    /// <returns>When to try again; null for soon, and later each time.</returns>
    private async Task<TimeSpan?> Serve(ChildLauncher launcher, Uri callbacks, CancellationToken cancel)
    {
        if (RtmpTools.Find(options) is not { } tools) return Cannot(RtmpTools.Missing, s_packagesAgain);
        if (folder.IsTooLong) return Cannot("RTMP cannot be had: the path of the data folder is too long for a socket. Choose a shorter one with --data.", s_packagesAgain);
        if (RtmpPort.WhyNot(options.RtmpPort) is { } taken) return Cannot(taken, s_portAgain);
        try
        {
            var url = new Uri(callbacks, $"{RtmpCallbacks.Path}{gate.Secret}/").AbsoluteUri;
            await folder.Prepare(new NginxConfig(tools.Module, options.RtmpPort, RtmpPort.HasIpV6, url), cancel);
            List<string> command =
                [.. ChildWrappers.Find().Before(niceness: 0, largestFile: null), tools.Nginx, "-p", folder.Path + "/", "-c", NginxConfig.FileName, "-e", "stderr"];
            await using var nginx = await Child.Start(launcher, command, folder.Path, line => Hear(line));
            await Follow(nginx, cancel);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or Win32Exception or ArgumentException)
        {
            LogNotStarted(failure);
            return Cannot("RTMP cannot be had: its server could not be started. The log says why.", s_packagesAgain);
        }
        finally
        {
            gate.AllLeft();
        }
    }

    private async Task Follow(Child nginx, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(s_startLimit, time);
        while (!nginx.Exited.IsCompleted && !limit.IsCancellationRequested && !await control.Answers(cancel)) await Task.Delay(s_readyAgain, time, cancel);
        if (!nginx.Exited.IsCompleted && !limit.IsCancellationRequested)
        {
            (state.Unavailable, _said) = (null, null);
            LogReady(options.RtmpPort);
            await nginx.Exited.WaitAsync(cancel);
        }

        state.Unavailable = "RTMP is being restarted. Try again in a moment.";
        LogDied(nginx.Exited.IsCompleted ? await nginx.Exited : -1);
    }

    /// <summary>Says a sentence once, however often it is found to be so.</summary>
    private TimeSpan Cannot(string sentence, TimeSpan again)
    {
        state.Unavailable = sentence;
        if (_said != sentence) LogUnavailable(sentence);
        _said = sentence;
        return again;
    }

    private void Hear(string line)
    {
        if (NginxLog.Wanted(line) is { } said) LogNginx(said);
    }
}
