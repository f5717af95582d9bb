using System.Globalization;
using ContentPages.Bench.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContentPages.Bench.Bare;

/// <summary>The least that a server of the same kind can be: what ours is compared with.</summary>
internal static class BareServer
{
    public const string Empty = "empty";
    public const string File = "file";
    public const string Hub = "hub";

    private const int FileBuffer = 256 * 1024;

    /// <param name="core">The only one that it runs on, or null for any.</param>
    public static Task<ChildServer> Start(string kind, CancellationToken cancel, string[]? rest = null, int? core = null) => ChildServer.Start(
        "bare-" + kind, [typeof(BareServer).Assembly.Location, "bare", kind, "{port}", .. rest ?? []], new Dictionary<string, string>(), cancel, core);

    /// <summary>Serves until SIGTERM: <c>empty</c> answers nothing with 200, <c>file FOLDER</c> writes bodies to files, <c>hub</c> is a chat.</summary>
    public static async Task<int> Run(string kind, int port, string[] rest)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(port);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        if (kind == Hub) builder.Services.AddSignalR();
        await using var app = builder.Build();
        if (kind == Hub) app.MapHub<ChatHub>(ChatHub.Path);
        else if (kind == Empty) app.MapGet("/api/videos", () => TypedResults.Ok());
        else app.MapPut("/{name}", (string name, HttpRequest request) => Write(request, Path.Combine(rest[0], Path.GetFileName(name))));
        await app.StartAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        await ((IHost)app).WaitForShutdownAsync();
        return 0;
    }

    private static async Task<IResult> Write(HttpRequest request, string path)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, FileBuffer);
        await request.Body.CopyToAsync(file, FileBuffer, request.HttpContext.RequestAborted);
        return TypedResults.Ok();
    }
}
