using System.Diagnostics;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Uploads;

/// <summary>One upload.</summary>
/// <param name="Wall">Seconds until all bytes were acknowledged.</param>
/// <param name="Confirm">Seconds that confirm took; 0 for a bare server.</param>
/// <param name="Cpu">Seconds of the server.</param>
/// <param name="Peak">MB of the server.</param>
internal readonly record struct UploadRun(double Wall, double Confirm, double Cpu, double Peak)
{
    public static async Task<UploadRun> Of(ChildServer server, Func<Task> send, Func<Task>? confirm = null)
    {
        ProcessCost.ForgetPeak(server.ProcessId);
        var cpu = ProcessCost.CpuWithChildren(server.ProcessId);
        var started = Stopwatch.GetTimestamp();
        await send();
        var sent = Stopwatch.GetElapsedTime(started).TotalSeconds;
        cpu = ProcessCost.CpuWithChildren(server.ProcessId) - cpu;
        if (confirm is not null) await confirm();
        var confirmed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new UploadRun(sent, confirm is null ? 0 : confirmed - sent, cpu, ProcessCost.PeakMegabytes(server.ProcessId));
    }
}
