using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Console;

namespace ContentPages.Silo;

/// <summary>What every role stands on: configuration, logs, the web server, keys.</summary>
internal static class ContentPagesHost
{
    /// <summary>Bytes; the API has a lower limit, and the object store sets its own for each signed upload.</summary>
    private const long MaxBodyBytes = 1024 * 1024;

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(4);

    public static WebApplicationBuilder CreateBuilder(HostArguments arguments, DataFolder data)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments.Settings, ContentRootPath = ContentRoot(arguments) });

        // First in the list, so that files, environment and command line win over it.
        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Local:DataDirectory"] = data.Path,
                ["Accounts:OperatorClaimFile"] = data.PathOf("operator-claim"),
                ["Logging:LogLevel:Default"] = "Warning",
                ["Logging:LogLevel:ContentPages"] = "Information",
                // It logs every refusal of the hub as an error; ours are logged where they happen.
                ["Logging:LogLevel:Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher"] = "None",
                // It says nothing at our level, and asks for every request whether it should.
                ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",
                // It warns that keys are not encrypted at rest: the folder's rights protect them.
                ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
            },
        });

        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(static console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        // Standard output says what whoever starts the server must know, and nothing else.
        builder.Services.Configure<ConsoleLoggerOptions>(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // Requests run where their bytes arrive, with one hop between threads less: players of live streams ask eight times a second. Unsafe where a
        // request blocks its thread, which none does for longer than a look into the catalog.
        builder.WebHost.UseSockets(static sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MaxBodyBytes;
            server.ListenAnyIP(arguments.Port);
        });
        builder.Services.AddDataProtection().SetApplicationName("contentpages").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = StopTimeout);
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    // Beside the program, wherever it is started from; a test host says another one.
    private static string? ContentRoot(HostArguments arguments) =>
        arguments.Settings.Any(static setting => setting.StartsWith("--contentRoot", true, CultureInfo.InvariantCulture)) ? null : AppContext.BaseDirectory;
}
