using ContentPages.Chat;
using ContentPages.Web.Chat;

namespace ContentPages.Web.Live;

/// <summary>What the server sends over <c>/hubs/live</c>. The names are those on the wire.</summary>
public interface ILiveClient
{
#pragma warning disable IDE1006 // SignalR sends the method's name as it is, and the contract is in camelCase.
    /// <summary>A video has changed; the latest one wins.</summary>
    Task video(VideoChangeMessage change);

    /// <summary>A stream has changed; the latest one wins.</summary>
    Task stream(StreamChangeMessage change);

    /// <summary>Something has happened in the chat of a stream.</summary>
    Task chat(ChatBatchMessage batch);

    /// <summary>What the chat of a stream holds of the caller has changed.</summary>
    Task standing(string streamId, ChatStanding standing);

    /// <summary>For owner and moderators: what they see in moderation or audit has changed.</summary>
    /// <param name="held">How many messages wait for review.</param>
    Task moderation(string streamId, int held);

    /// <summary>This connection took too long to read, and what waited for it was skipped: join every stream again, watch every video again.</summary>
    Task gap();

    /// <summary>The server lets this connection go.</summary>
    /// <param name="reason"><c>drain</c>, <c>too_many_connections</c>, <c>too_slow</c> or <c>message_too_large</c>.</param>
    /// <param name="retryAfter">Seconds to wait before connecting again.</param>
    Task bye(string reason, int retryAfter);
#pragma warning restore IDE1006
}
