using ContentPages.Chat;
using ContentPages.Web.Http;

namespace ContentPages.Web.Chat;

/// <summary>What a moderator may write.</summary>
internal static class ChatRules
{
    public static FieldErrors Check(string? reason) => new FieldErrors().Reason(reason);

    public static FieldErrors Check(ChatTimeoutRequest request) => new FieldErrors()
        .Check("seconds", request.Seconds is >= 1 and <= TimeOutUser.MostSeconds, "A time-out takes 1 second to 14 days.")
        .Reason(request.Reason);

    public static FieldErrors Check(ChatSettingsContract settings) => new FieldErrors()
        .Check(
            "slowModeSeconds", settings.SlowModeSeconds is >= 0 and <= ChatSettings.MostSlowModeSeconds,
            $"Slow mode is 0 to {ChatSettings.MostSlowModeSeconds} seconds.")
        .Check("blockedTerms", settings.BlockedTerms.Count <= ChatSettings.MostBlockedTerms, $"At most {ChatSettings.MostBlockedTerms} terms can be blocked.")
        .Check("blockedTerms", settings.BlockedTerms.All(IsTerm), $"A blocked term has 1 to {ChatSettings.LongestTerm} characters.")
        // The reader of JSON takes "all,links" for a sum of both.
        .Check("hold", Enum.IsDefined(settings.Hold), "This is off, all or links.")
        .Check("ifFilterFails", Enum.IsDefined(settings.IfFilterFails), "This is hold, letThrough or refuse.");

    private static FieldErrors Reason(this FieldErrors errors, string? reason) => errors
        .Check("reason", Length(reason) <= ChatAct.LongestReason, $"A reason has at most {ChatAct.LongestReason} characters.")
        .Text("reason", reason, int.MaxValue);

    // The reader of JSON lets null into a list.
    private static bool IsTerm(string? term) => !string.IsNullOrWhiteSpace(term) && Length(term) <= ChatSettings.LongestTerm;

    private static int Length(string? text) => text?.EnumerateRunes().Count() ?? 0;
}
