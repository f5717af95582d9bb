using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Uploads;

/// <summary>Sends files with curl: the same client on both sides of a comparison.</summary>
internal static class Curl
{
    private static readonly string[] s_common = ["--silent", "--show-error", "--fail", "--noproxy", "*", "--max-time", "900"];

    public static Task<ToolRun> Put(string file, Uri address, IReadOnlyDictionary<string, string> headers, CancellationToken cancel) =>
        Tool.Run("curl", [.. s_common, .. Headers(headers), "--output", "/dev/null", "-T", file, address.AbsoluteUri], cancel);

    /// <summary>Sends part after part over as many connections as asked for, each in a curl of its own that keeps its connection.</summary>
    public static Task PutParts(
        IReadOnlyList<string> files, IReadOnlyList<Uri> addresses, IReadOnlyDictionary<string, string> headers, int connections, CancellationToken cancel)
    {
        var each = Enumerable.Range(0, connections).Select(connection =>
        {
            var own = Enumerable.Range(0, files.Count).Where(part => part % connections == connection).ToList();
            return own.Count == 0
                ? Task.CompletedTask
                : Tool.Run("curl", [.. s_common, .. Headers(headers), .. own.SelectMany(part => One(files[part], addresses[part]))], cancel);
        });
        return Task.WhenAll(each);
    }

    private static IEnumerable<string> One(string file, Uri address) => ["--output", "/dev/null", "-T", file, address.AbsoluteUri];

    // Without the question whether to go on, which both servers would answer alike.
    private static IEnumerable<string> Headers(IReadOnlyDictionary<string, string> headers) =>
        headers.Select(header => $"{header.Key}: {header.Value}").Append("Expect:").SelectMany(header => new[] { "-H", header });
}
