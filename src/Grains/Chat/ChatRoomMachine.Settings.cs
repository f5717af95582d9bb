using ContentPages.Chat;
using ContentPages.Grains.Machines;

namespace ContentPages.Grains.Chat;

/// <summary>How the room is set, and who moderates it.</summary>
public static partial class ChatRoomMachine
{
    private static Decision<ChatEvent> ChangeSettings(ChatRoomState state, ChatCommand.Moderate command, ChangeChatSettings act, DateTimeOffset now)
    {
        if (CheckSettings(act.Settings) is { } rejection) return rejection;
        var settings = act.Settings with { BlockedTerms = [.. act.Settings.BlockedTerms.Select(ChatText.Clean).Distinct(StringComparer.Ordinal)] };
        return settings == state.Settings ? Nothing
            : Act(state, command, now, new ChatEvent.SettingsChanged(settings, now), Audit(command, ChatActKind.ChangedSettings, now) with { Text = Words(settings) });
    }

    private static Rejection? CheckSettings(ChatSettings settings) =>
        settings.SlowModeSeconds is < 0 or > ChatSettings.MostSlowModeSeconds
            ? InvalidSettings($"Slow mode is 0 to {ChatSettings.MostSlowModeSeconds} seconds.")
        : settings.BlockedTerms.Count > ChatSettings.MostBlockedTerms
            ? InvalidSettings($"At most {ChatSettings.MostBlockedTerms} terms can be blocked.")
        : settings.BlockedTerms.Any(term => ChatText.IsBlank(ChatText.Clean(term)) || ChatText.Length(term) > ChatSettings.LongestTerm)
            ? InvalidSettings($"A blocked term has 1 to {ChatSettings.LongestTerm} characters.")
        : !Enum.IsDefined(settings.Hold) || !Enum.IsDefined(settings.IfFilterFails)
            ? InvalidSettings("There is no such way to hold messages.")
        : null;

    private static Rejection InvalidSettings(string message) => ChatRefusals.Invalid("invalid_settings", message);

    /// <summary>Blocked terms are counted only: the audit is no place to collect them.</summary>
    internal static string Words(ChatSettings settings) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"slow mode {settings.SlowModeSeconds} s, hold {settings.Hold}, if the filter fails {settings.IfFilterFails}, {settings.BlockedTerms.Count} blocked terms{(settings.Closed ? ", closed" : "")}");

    private static Decision<ChatEvent> Appoint(ChatRoomState state, ChatCommand.Moderate command, AppointModerator act, DateTimeOffset now) =>
        state.RoleOf(command.Actor.UserId) is not ChatRole.Owner ? ChatRefusals.OwnersAlone
        : state.RoleOf(act.User.UserId) is not ChatRole.Viewer ? Nothing
        : state.Moderators.Count >= ChatLimits.Moderators
            ? ChatRefusals.TooMany("too_many_moderators", $"A chat has at most {ChatLimits.Moderators} moderators.")
        : Act(state, command, now, new ChatEvent.Appointed(act.User, now), Audit(command, ChatActKind.AppointedModerator, now) with { User = act.User });

    private static Decision<ChatEvent> Dismiss(ChatRoomState state, ChatCommand.Moderate command, DismissModerator act, DateTimeOffset now) =>
        state.RoleOf(command.Actor.UserId) is not ChatRole.Owner && act.UserId != command.Actor.UserId ? ChatRefusals.OwnersAlone
        : !state.Moderators.TryGetValue(act.UserId, out var moderator) ? Nothing
        : Act(state, command, now, new ChatEvent.Dismissed(act.UserId, now), Audit(command, ChatActKind.DismissedModerator, now) with { User = moderator });
}
