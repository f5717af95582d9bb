using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>Messages by number.</summary>
/// <param name="Next">What to ask the next page with: before, or after when a time was asked for; null at the end.</param>
internal sealed record ChatPageResponse(IReadOnlyList<ChatMessageResponse> Items, long? Next)
{
    public static ChatPageResponse Of(ChatPage page) => new(ChatMessageResponse.Of(page.Messages), page.Next);
}
