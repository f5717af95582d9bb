using ContentPages.Backends.Local.Catalog;
using ContentPages.Backends.Local.Chat;
using ContentPages.Backends.Local.Media;
using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Backends.Local.Streams.Playback;
using ContentPages.Backends.Local.Videos;
using ContentPages.Grains;

namespace ContentPages.Silo.Backends;

/// <summary>The ports on one machine.</summary>
internal static class LocalBackend
{
    public static void AddLocalBackend(this WebApplicationBuilder builder)
    {
        builder.Services.AddContentPagesGrains();
        builder.Services.AddSqliteCatalog();
        builder.Services.AddSqliteChatLog();
        builder.Services.AddDiskObjectStore();
        builder.Services.AddLocalTranscoder();
        builder.Services.AddLivePlayback();
        builder.Services.AddLocalIngest();
    }

    /// <summary>Comes before everything else: players of live streams ask many times a second.</summary>
    public static void UseLocalBackend(this WebApplication app) => app.UseLivePlayback();

    public static void MapLocalBackend(this WebApplication app)
    {
        app.MapDiskObjectStore();
        app.MapLocalIngest();
    }
}
