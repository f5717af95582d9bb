using System.Globalization;

namespace ContentPages.Bench.Measuring;

/// <summary>A process with everything below it.</summary>
internal static class ProcessTree
{
    /// <summary>Seconds of user and system time of the process, of all that descend from it, and of those of them that have ended and were waited for.</summary>
    public static double Cpu(int pid) => Members(pid).Sum(static member => CpuOrNothing(member));

    private static List<int> Members(int root)
    {
        var all = new List<int> { root };
        for (var i = 0; i < all.Count; i++) all.AddRange(ChildrenOf(all[i]));
        return all;
    }

    private static IEnumerable<int> ChildrenOf(int pid)
    {
        try
        {
            return [.. Directory.EnumerateDirectories($"/proc/{pid}/task")
                .SelectMany(static task => File.ReadAllText(task + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(static child => int.Parse(child, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            // It ended meanwhile; its parent has its time.
            return [];
        }
    }

    private static double CpuOrNothing(int pid)
    {
        try
        {
            return ProcessCost.CpuWithChildren(pid);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
