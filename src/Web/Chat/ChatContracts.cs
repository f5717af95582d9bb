using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>How a chat is set.</summary>
/// <param name="SlowModeSeconds">0 to 120: least time between two messages of one viewer.</param>
/// <param name="BlockedTerms">At most 200 of 1 to 50 characters: words or phrases, found whole, whatever their case and accents.</param>
/// <param name="Hold">Which messages a moderator must let through first.</param>
/// <param name="IfFilterFails">What happens to a message when it cannot be checked for blocked terms.</param>
/// <param name="Closed">Only owner and moderators may write.</param>
internal sealed record ChatSettingsContract(
    int SlowModeSeconds, IReadOnlyList<string> BlockedTerms, ChatHold Hold, ChatFilterFailure IfFilterFails, bool Closed)
{
    public static ChatSettingsContract Of(ChatSettings settings) =>
        new(settings.SlowModeSeconds, settings.BlockedTerms, settings.Hold, settings.IfFilterFails, settings.Closed);

    public ChatSettings ToSettings() => new(SlowModeSeconds, BlockedTerms, Hold, IfFilterFails, Closed);
}

/// <param name="Seconds">1 second to 14 days.</param>
/// <param name="RemoveMessages">Also removes what they have written so far.</param>
/// <param name="Reason">For the audit; at most 200 characters.</param>
internal sealed record ChatTimeoutRequest(string UserId, int Seconds, bool RemoveMessages = false, string? Reason = null);

/// <param name="RemoveMessages">Also removes what they have written so far.</param>
/// <param name="Reason">For the audit; at most 200 characters.</param>
internal sealed record ChatBanRequest(bool RemoveMessages = false, string? Reason = null);

/// <param name="MessageId">It takes the place of the one that was.</param>
internal sealed record PinChatMessageRequest(string MessageId);

/// <summary>An act is done, and durable.</summary>
/// <param name="AuditId">Of its entry, to undo it by; null when there was nothing to do.</param>
internal sealed record ChatActResponse(string? AuditId);
