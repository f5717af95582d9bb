using ContentPages.Web.Chat;

namespace ContentPages.Web.Live;

internal sealed partial class LiveHub
{
    /// <summary>Writes into the chat of a stream that this connection has joined; answered when it is durable.</summary>
    /// <param name="clientId">1 to 64 characters of the caller's: sent again with the same one, a message is not written twice.</param>
    public Task<ChatSendAnswer> SendMessage(string streamId, string clientId, string text) => chat.Send(Context, streamId, clientId, text);

    /// <returns>Null when it is counted.</returns>
    public Task<ChatRefusal?> React(string streamId, string emoji) => chat.React(Context, streamId, emoji);
}
