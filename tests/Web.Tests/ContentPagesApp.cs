using System.Net;
using ContentPages.Grains.Streams;
using ContentPages.Grains.Videos;
using ContentPages.Streams;
using ContentPages.Web.Tests.Streams;
using ContentPages.Web.Tests.Videos;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: AssemblyFixture(typeof(ContentPages.Web.Tests.ContentPagesApp))]

namespace ContentPages.Web.Tests;

/// <summary>The whole host on a folder of its own, without a socket; only the transcoder and the channels are played by the tests.</summary>
public sealed class ContentPagesApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Says which network address a request comes from; without it every browser has one of its own.</summary>
    public const string AddressHeader = "X-Test-Address";

    private int _browsers;

    public ContentPagesApp()
    {
        Settings["Web:FrontEnd"] = Path.Combine(DataFolder, "front-end");
        // TestServer has no limit of body sizes and says so for each request.
        Settings["Logging:LogLevel:Microsoft.AspNetCore.Routing"] = "Error";
        Settings["Logging:LogLevel:ContentPages"] = "Warning";
        // Many hosts run side by side, and there is one port of encoders.
        Settings["Ingest:RtmpPort"] = "0";
        Settings["Accounts:RefusedSignInTakes"] = "00:00:00";
    }

    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Takes the place of what the host has.</summary>
    public Action<IServiceCollection> Instead { get; init; } = static _ => { };

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("contentpages-web-").FullName;

    internal FakeTranscoder Transcoder { get; } = new();

    internal FakeChannels Channels { get; } = new();

    public IClusterClient Grains => Services.GetRequiredService<IClusterClient>();

    /// <summary>Starts before the tests do: a factory must not be asked for its server by two of them at once.</summary>
    public async ValueTask InitializeAsync() => (await NewBrowser().Get("/readyz")).Is(HttpStatusCode.OK);

    public Browser NewBrowser()
    {
        var number = Interlocked.Increment(ref _browsers);
        return new(CreateClient(), $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}");
    }

    /// <summary>Somebody new who has signed up and in.</summary>
    public async Task<Browser> SignedIn(string displayName = "Ann")
    {
        var browser = NewBrowser();
        await browser.SignUp(displayName);
        await browser.SignIn();
        return browser;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // A setting of the host becomes an argument of the command line, so only these can be ones.
        builder.UseSetting("port", "0");
        builder.UseSetting("data", DataFolder);
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(Settings));
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IVideoTranscoder>();
            services.AddSingleton<IVideoTranscoder>(Transcoder);
            services.RemoveAll<ILiveChannels>();
            services.AddSingleton<ILiveChannels>(Channels);
            services.RemoveAll<IStreamAddresses>();
            services.AddSingleton<IStreamAddresses, FakeAddresses>();
            services.AddSingleton<IStartupFilter, Addresses>();
            Instead(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) Directory.Delete(DataFolder, recursive: true);
    }

    private sealed class Addresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[AddressHeader], out var address)) context.Connection.RemoteIpAddress = address;
                return following(context);
            });
            next(app);
        };
    }
}
