using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>One message, over the hub and over HTTP alike.</summary>
/// <param name="Seq">Its number in the room.</param>
/// <param name="Id">The same as text.</param>
/// <param name="Role">What the author was when it was written.</param>
public sealed record ChatMessageResponse(long Seq, string Id, string UserId, string UserName, ChatRole Role, string Text, DateTimeOffset SentAt)
{
    public static ChatMessageResponse Of(ChatMessage message) =>
        new(message.Seq, message.Id, message.UserId, message.UserName, message.Role, message.Text, message.SentAt);

    public static IReadOnlyList<ChatMessageResponse> Of(IReadOnlyList<ChatMessage> messages) => messages.Count == 0 ? [] : [.. messages.Select(Of)];
}
