using System.Globalization;

namespace ContentPages.Silo;

/// <summary>The command line. Settings go in as <c>--Section:Name=value</c>.</summary>
/// <param name="Port">0 for any free one.</param>
/// <param name="Settings">What is handed on to configuration.</param>
internal sealed record HostArguments(int Port, string DataDirectory, IReadOnlySet<HostRole> Roles, string? Engine, string[] Settings)
{
    public const string Usage = """
        Usage: contentpages [--port N] [--data DIR] [--roles LIST] [--engine embedded|orleans] [--Section:Name=value]

          --port N      port to serve on (8080; 0 for any free one)
          --data DIR    where accounts, catalog and films are kept (./data); made if missing
          --roles LIST  web,silo,processors or some of them (all three)
          --engine E    the engine that this build must have
        """;

    // The host itself understands these; a test host passes what it finds in the environment.
    private static readonly string[] HostSettings = ["environment", "contentRoot", "applicationName", "urls", "http_ports", "https_ports"];

    public bool Has(HostRole role) => Roles.Contains(role);

    /// <exception cref="StartRefusedException">An option is unknown or its value cannot be.</exception>
    public static HostArguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new HostArguments(8080, "data", new HashSet<HostRole>(Enum.GetValues<HostRole>()), null, []);
        var settings = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--help" or "-h") throw new UsageWantedException();
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) throw Unknown(args[i]);
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left[2..], right) : (args[i][2..], null);
            if (name.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                settings.Add($"--{name}={value ?? Next(args, ref i)}");
                continue;
            }

            parsed = name switch
            {
                "port" => parsed with { Port = PortOf(value ?? Next(args, ref i)) },
                "data" => parsed with { DataDirectory = value ?? Next(args, ref i) },
                "roles" => parsed with { Roles = RolesOf(value ?? Next(args, ref i)) },
                "engine" => parsed with { Engine = value ?? Next(args, ref i) },
                _ => throw Unknown(args[i]),
            };
        }

        return parsed with { Settings = [.. settings] };
    }

    private static string Next(IReadOnlyList<string> args, ref int i) =>
        i + 1 < args.Count ? args[++i] : throw new StartRefusedException($"{args[i]} needs a value.{Environment.NewLine}{Usage}");

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new StartRefusedException($"--port is a number from 0 to 65535, not '{text}'.");

    private static HashSet<HostRole> RolesOf(string text)
    {
        var roles = new HashSet<HostRole>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            roles.Add(name switch
            {
                "web" => HostRole.Web,
                "silo" => HostRole.Silo,
                "processors" => HostRole.Processors,
                _ => throw new StartRefusedException($"--roles takes web, silo and processors, separated by commas; '{name}' is none of them."),
            });
        }

        return roles.Count > 0 ? roles : throw new StartRefusedException("--roles needs at least one of web, silo and processors.");
    }

    private static StartRefusedException Unknown(string argument) => new($"Unknown option '{argument}'.{Environment.NewLine}{Usage}");
}
