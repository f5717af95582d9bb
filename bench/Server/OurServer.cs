using System.Globalization;

namespace ContentPages.Bench.Server;

/// <summary>The published program as a child.</summary>
internal static class OurServer
{
    // One caller does here in a minute what the limits allow a person in an hour.
    private static readonly Dictionary<string, string> s_settings = new()
    {
        ["RateLimits__SignIn__PerAddress"] = "1000000",
        ["RateLimits__SignIn__PerUser"] = "1000000",
        ["RateLimits__SignUp__PerAddress"] = "1000000",
        ["RateLimits__SignUp__PerUser"] = "1000000",
        ["RateLimits__UploadTicket__PerAddress"] = "1000000",
        ["RateLimits__UploadTicket__PerUser"] = "1000000",
        ["RateLimits__NewStream__PerAddress"] = "1000000",
        ["RateLimits__NewStream__PerUser"] = "1000000",
        ["Web__FrontEnd"] = Path.Combine(Places.Root, "frontend", "dist"),
    };

    /// <param name="rtmpPort">Where encoders send to, 0 for nowhere; a free one if left out, so that nothing else on the machine is in the way.</param>
    /// <param name="settings">More of them.</param>
    /// <param name="core">The only one that it runs on, or null for any.</param>
    public static Task<ChildServer> Start(
        string dataFolder, CancellationToken cancel, int? rtmpPort = null, IEnumerable<KeyValuePair<string, string>>? settings = null, int? core = null) =>
        File.Exists(Places.Program)
        ? ChildServer.Start(
            "ours",
            [Places.Program, "--data", dataFolder, "--port", "{port}"],
            new Dictionary<string, string>(s_settings.Concat(settings ?? []))
            {
                ["Ingest__RtmpPort"] = (rtmpPort ?? FreePort.Find()).ToString(CultureInfo.InvariantCulture),
            },
            cancel,
            core)
        : throw new BenchException("The program is not built; bench/run.sh does that.");
}
