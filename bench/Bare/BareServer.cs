using System.Globalization;
using ContentPages.Bench.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContentPages.Bench.Bare;

/// <summary>The least that a server of the same kind can be: what ours is compared with.</summary>
internal static class BareServer
{
    public const string Empty = "empty";
    public const string File = "file";

    private const int FileBuffer = 256 * 1024;

    public static Task<ChildServer> Start(string kind, CancellationToken cancel, params string[] rest) =>
        ChildServer.Start("bare-" + kind, [typeof(BareServer).Assembly.Location, "bare", kind, "{port}", .. rest], new Dictionary<string, string>(), cancel);

    /// <summary>Serves until SIGTERM: <c>empty</c> answers nothing with 200, <c>file FOLDER</c> writes bodies to files.</summary>
    public static async Task<int> Run(string kind, int port, string[] rest)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(port);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        await using var app = builder.Build();
        if (kind == Empty) app.MapGet("/api/videos", () => TypedResults.Ok());
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
