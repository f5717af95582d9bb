using System.Globalization;
using System.Runtime.InteropServices;

namespace ContentPages.Bench.Chat.Driver;

/// <summary>The server has one core, the crowd another: neither is measured with the other's work on it.</summary>
internal static class Cores
{
    public const int Server = 0;
    private const int Crowd = 1;

    /// <summary>Runs it on a thread of its own that stays on the crowd's core.</summary>
    public static Task<T> OnCrowds<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                var mask = 1UL << Crowd;
                if (sched_setaffinity(0, sizeof(ulong), ref mask) != 0)
                    throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"Core {Crowd} cannot be had; two are needed."));
                done.SetResult(work());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        })
        { IsBackground = true, Name = "crowd" };
        thread.Start();
        return done.Task;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sched_setaffinity(int thread, nuint size, ref ulong mask);
}
