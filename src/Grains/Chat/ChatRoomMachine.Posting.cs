using System.Text;
using ContentPages.Chat;
using ContentPages.Grains.Machines;

namespace ContentPages.Grains.Chat;

/// <summary>Who may write what, and when.</summary>
public static partial class ChatRoomMachine
{
    /// <summary>Everything that can be said before the text is filtered, so that who may not write costs little.</summary>
    public static Rejection? CheckPost(
        ChatRoomState state, ChatPerson? author, string clientId, string text, AuthorPace pace, ChatOptions options, DateTimeOffset now)
    {
        if (CheckWriter(state, author, now) is { } rejection) return rejection;
        if (clientId.Length is 0 or > ChatLimits.LongestClientId) return ChatRefusals.InvalidClientId;
        if (ChatText.IsBlank(text)) return ChatRefusals.Empty;
        if (ChatText.Length(text) > options.MaxLength || Encoding.UTF8.GetByteCount(text) > options.MaxBytes) return ChatRefusals.TooLong(options.MaxLength);
        if (pace.RateWait(now, options.PostBurst, options.PostsPerSecond) is > 0 and var wait) return ChatRefusals.RateLimited(wait);
        return IsExempt(state, author!) ? null
            : pace.SlowModeWait(now, state.Settings.SlowModeSeconds) is > 0 and var slow ? ChatRefusals.SlowMode(slow)
            : null;
    }

    /// <summary>Whether somebody may react now; the rejection if not.</summary>
    public static Rejection? CheckReaction(ChatRoomState state, ChatPerson? caller, string emoji, AuthorPace pace, ChatOptions options, DateTimeOffset now) =>
        CheckWriter(state, caller, now)
        ?? (!ChatReactions.All.Contains(emoji) ? ChatRefusals.InvalidReaction
            : pace.RateWait(now, options.ReactionBurst, options.ReactionsPerSecond) is > 0 and var wait ? ChatRefusals.RateLimited(wait)
            : null);

    private static Rejection? CheckWriter(ChatRoomState state, ChatPerson? writer, DateTimeOffset now)
    {
        if (CheckSeen(state, writer?.UserId) is { } unseen) return unseen;
        if (writer is null) return ChatRefusals.SignInRequired;
        if (state.Bans.ContainsKey(writer.UserId)) return ChatRefusals.Banned;
        if (TimedOutUntil(state, writer.UserId, now) is { } until) return ChatRefusals.TimedOut((until - now).TotalSeconds);
        return state.Settings.Closed && !IsExempt(state, writer) ? ChatRefusals.Closed : null;
    }

    private static Decision<ChatEvent> Post(ChatRoomState state, ChatCommand.Post post, ChatOptions options, DateTimeOffset now)
    {
        if (CheckPost(state, post.Author, post.ClientId, post.Text, post.Pace, options, now) is { } rejection) return rejection;
        var author = post.Author!;
        if (state.Held.Exists(h => h.Author.UserId == author.UserId && h.ClientId == post.ClientId)) return Nothing;
        var exempt = IsExempt(state, author);
        if (!exempt && post.Verdict is TermVerdict.Blocked) return ChatRefusals.BlockedTerm;
        if (!exempt && post.Verdict is TermVerdict.Failed && state.Settings.IfFilterFails is ChatFilterFailure.Refuse) return ChatRefusals.FilterFailed;
        if (!exempt && WhyHeld(state.Settings, post) is { } why) return Hold(state, post, why, now);
        return new ChatEvent.Accepted(ChatEntry.Message(author, state.RoleOf(author.UserId), post.ClientId, post.Text), now);
    }

    private static ChatHoldReason? WhyHeld(ChatSettings settings, ChatCommand.Post post) =>
        settings.Hold is ChatHold.All ? ChatHoldReason.All
        : settings.Hold is ChatHold.Links && ChatLinks.In(post.Text) ? ChatHoldReason.Link
        : post.Verdict is TermVerdict.Failed && settings.IfFilterFails is ChatFilterFailure.Hold ? ChatHoldReason.FilterFailed
        : null;

    /// <summary>Slow mode, blocked terms, review and a closed chat are for viewers; rates and lengths are for all.</summary>
    private static bool IsExempt(ChatRoomState state, ChatPerson author) => state.RoleOf(author.UserId) is not ChatRole.Viewer;
}
