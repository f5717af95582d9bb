using System.Globalization;

namespace ContentPages.Bench.Measuring;

/// <summary>What the kernel says that a process has used (proc(5)).</summary>
internal static class ProcessCost
{
    // USER_HZ; 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of user and system time, with those of its children that have ended and were waited for.</summary>
    public static double CpuWithChildren(int pid) => Ticks(pid, 13, 16) / TicksPerSecond;

    /// <summary>Seconds of user and system time of the process alone.</summary>
    public static double Cpu(int pid) => Ticks(pid, 13, 14) / TicksPerSecond;

    /// <summary>The same of ended children alone.</summary>
    public static double CpuOfChildren(int pid) => Ticks(pid, 15, 16) / TicksPerSecond;

    /// <summary>Resident memory now, in MB (10^6 bytes).</summary>
    public static double ResidentMegabytes(int pid) => Status(pid, "VmRSS:");

    /// <summary>The most it was since the start, or since <see cref="ForgetPeak"/>.</summary>
    public static double PeakMegabytes(int pid) => Status(pid, "VmHWM:");

    public static void ForgetPeak(int pid) => File.WriteAllText($"/proc/{pid}/clear_refs", "5");

    /// <summary>Open files and sockets.</summary>
    public static int OpenFiles(int pid) => Directory.EnumerateFileSystemEntries($"/proc/{pid}/fd").Count();

    public static bool HasChildren(int pid) =>
        Directory.EnumerateDirectories($"/proc/{pid}/task").Any(task => File.ReadAllText(task + "/children").Length > 0);

    private static double Ticks(int pid, int first, int last)
    {
        // The name, second field, may hold blanks; what follows its bracket starts with the third field.
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return Enumerable.Range(first, last - first + 1).Sum(field => double.Parse(fields[field - 2], CultureInfo.InvariantCulture));
    }

    private static double Status(int pid, string name)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
