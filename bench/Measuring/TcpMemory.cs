using System.Globalization;

namespace ContentPages.Bench.Measuring;

/// <summary>What the buffers of all TCP sockets of the machine hold.</summary>
internal static class TcpMemory
{
    public static double Kibibytes()
    {
        var words = File.ReadLines("/proc/net/sockstat").First(line => line.StartsWith("TCP:", StringComparison.Ordinal)).Split(' ');
        return double.Parse(words[Array.IndexOf(words, "mem") + 1], CultureInfo.InvariantCulture) * Environment.SystemPageSize / 1024;
    }
}
