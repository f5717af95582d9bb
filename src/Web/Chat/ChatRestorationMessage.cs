using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>A removal was taken back.</summary>
/// <param name="Undoes">Number of the removal.</param>
/// <param name="Messages">The newest of what is seen again, by number.</param>
public sealed record ChatRestorationMessage(long Seq, long Undoes, IReadOnlyList<ChatMessageResponse> Messages)
{
    public static IReadOnlyList<ChatRestorationMessage> Of(IReadOnlyList<ChatRestoration> restorations) => restorations.Count == 0 ? []
        : [.. restorations.Select(static restoration => new ChatRestorationMessage(
            restoration.Seq, restoration.Undoes, ChatMessageResponse.Of(restoration.Messages)))];
}
