using ContentPages.Grains.Catalog;
using ContentPages.Videos;

namespace ContentPages.Silo.Engines;

/// <summary>The engine of this build: the embedded one, which is this process and no other.</summary>
internal static class Engine
{
    private const string Name = "embedded";

    /// <exception cref="StartRefusedException">The process is meant to be one of several.</exception>
    public static void Check(HostArguments arguments)
    {
        if (arguments.Engine is not (null or Name))
            throw new StartRefusedException($"This build has the {Name} engine. For '{arguments.Engine}' build with -p:Engine=Orleans.");
        if (arguments.Roles.Count < Enum.GetValues<HostRole>().Length)
            throw new StartRefusedException(
                "The embedded engine runs all roles in one process and forms no cluster. To spread roles over processes, build with -p:Engine=Orleans.");
    }

    public static void AddEngine(this WebApplicationBuilder builder) => builder.Services.AddEmbeddedOrleans(engine =>
    {
        engine.Cluster = builder.Configuration["Orleans:ClusterId"];
        engine.AddGrains(typeof(CatalogStorage).Assembly);
        engine.AddGrainStorage(CatalogStorage.Name, static (services, _) => services.GetRequiredService<CatalogStorage>());
        engine.AddMemoryStreams(VideoStreams.Provider);
    });
}
