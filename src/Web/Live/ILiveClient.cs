namespace ContentPages.Web.Live;

/// <summary>What the server sends over <c>/hubs/live</c>. The names are those on the wire.</summary>
public interface ILiveClient
{
#pragma warning disable IDE1006 // SignalR sends the method's name as it is, and the contract is in camelCase.
    /// <summary>A video has changed; the latest one wins.</summary>
    Task video(VideoChangeMessage change);

    /// <summary>A stream has changed; the latest one wins.</summary>
    Task stream(StreamChangeMessage change);

    /// <summary>The server lets this connection go.</summary>
    /// <param name="reason"><c>drain</c> or <c>too_many_connections</c>.</param>
    /// <param name="retryAfter">Seconds to wait before connecting again.</param>
    Task bye(string reason, int retryAfter);
#pragma warning restore IDE1006
}
