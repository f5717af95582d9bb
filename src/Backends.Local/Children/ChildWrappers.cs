using System.Globalization;

namespace ContentPages.Backends.Local.Children;

/// <summary>What programs are started through. Each is optional: without them they run unlimited, and only on systems that lack util-linux.</summary>
internal sealed record ChildWrappers(string? SetPriv, string? PrLimit, string? Nice)
{
    public static ChildWrappers Find() => new(Programs.Find("setpriv"), Programs.Find("prlimit"), Programs.Find("nice"));

    /// <summary>The words before a program. Each wrapper replaces itself by the next, so that there is one process with one id in the end.</summary>
    /// <param name="niceness">0 to 19.</param>
    /// <param name="largestFile">In bytes; 0 for a program that writes none; null for no limit.</param>
    public IEnumerable<string> Before(int niceness, long? largestFile) =>
    [
        .. Nice is not null && niceness > 0 ? [Nice, "-n", niceness.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. PrLimit is not null ? [PrLimit, "--core=0", .. Files(largestFile), "--"] : Array.Empty<string>(),
        .. SetPriv is not null ? [SetPriv, "--pdeathsig", "KILL", "--no-new-privs", "--"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Files(long? largest) =>
        largest is { } bytes ? [string.Create(CultureInfo.InvariantCulture, $"--fsize={bytes}")] : [];
}
