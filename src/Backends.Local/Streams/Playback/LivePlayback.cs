using Microsoft.AspNetCore.Builder;

namespace ContentPages.Backends.Local.Streams.Playback;

public static class LivePlayback
{
    /// <summary>
    /// Answers <c>/live/{grant}/{streamId}/{session or preview}/...</c> before anything else looks at the request. Call it first on the application.
    /// </summary>
    public static IApplicationBuilder UseLivePlayback(this IApplicationBuilder app) => app;
}
