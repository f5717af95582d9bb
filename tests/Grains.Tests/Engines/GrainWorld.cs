using System.Text;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;
using ContentPages.Grains.Media;
using ContentPages.Grains.Streams;
using ContentPages.Grains.Tests.Catalog;
using ContentPages.Grains.Tests.Chat;
using ContentPages.Grains.Tests.Media;
using ContentPages.Grains.Tests.Streams;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Grains.Videos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Grains.Tests.Engines;

/// <summary>Everything outside of the grains. It outlives the cluster, as the real world does.</summary>
internal sealed class GrainWorld
{
    public GrainWorld() => Objects = new(Clock);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public InMemoryCatalog Catalog { get; } = new();

    public FakeObjectStore Objects { get; }

    public FakeTranscoder Transcoder { get; } = new();

    public FakeChannels Channels { get; } = new();

    public InMemoryChatLog ChatLog { get; } = new();

    /// <summary>What the tests of one part register beside the rest; set before the cluster starts.</summary>
    public Action<IServiceCollection>? Also { get; set; }

    /// <summary>Until disposed, the catalog refuses those writes of an item, as JSON, that are meant.</summary>
    public IDisposable RefuseWrites(CatalogKey key, Func<string, bool> which)
    {
        Catalog.BeforePut[key] = item =>
        {
            if (which(Encoding.UTF8.GetString(item.Body.Span))) throw new IOException("The catalog does not answer.");
        };
        return new Refusal(() => Catalog.BeforePut.TryRemove(key, out _));
    }

    /// <summary>What a host registers beside its engine.</summary>
    public void Register(IServiceCollection services)
    {
        services.AddLogging(l => l.ClearProviders());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ICatalog>(Catalog);
        services.AddSingleton<IObjectStore>(Objects);
        services.AddSingleton<IVideoTranscoder>(Transcoder);
        services.AddSingleton<ILiveChannels>(Channels);
        services.AddSingleton<IChatLog>(ChatLog);
        services.AddContentPagesGrains();

        // Without windows, so that no test waits for a clock that stands still.
        services.AddSingleton(Options.Create(new ChatOptions { WindowMilliseconds = 0, BusyWindowMilliseconds = 0 }));
        Also?.Invoke(services);
    }

    private sealed class Refusal(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
