using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>Messages on their way to the flush.</summary>
public sealed partial class ChatRoomGrain
{
    public async Task<Result<ChatPosted>> Post(ChatPerson? author, string clientId, string text)
    {
        if (await Ready(author) is { } rejection) return rejection;
        if (author is not null && _ring.Find(author.UserId, clientId) is { } sent) return new ChatPosted(sent.Seq, sent.At);
        if (author is not null && _queue.Find(author.UserId, clientId) is { } first) return await first.Answer;

        // Twice what could be needed, since cleaning shortens; beyond that it is not worth being cleaned.
        if (text.Length > 4 * _options.MaxLength) return ChatRefusals.TooLong(_options.MaxLength);
        var clean = ChatText.Clean(text);
        var pace = author is null ? default : _posts.Of(author.UserId);
        var now = time.GetUtcNow();
        if (ChatRoomMachine.CheckPost(_state, author, clientId, clean, pace, _options, now) is { } refusal) return refusal;
        var command = new ChatCommand.Post(author, clientId, clean, Judge(clean), pace, EntityId.New(now));
        while (true)
        {
            var decision = ChatRoomMachine.Decide(_state, command, _options, time.GetUtcNow());
            if (decision.Rejection is { } refused) return refused;
            if (decision.Events is [ChatEvent.Accepted accepted]) return await Log(author!, accepted.Draft, pace);
            if (await Hold(command) is { } held) return held;
        }
    }

    private TermVerdict Judge(string text)
    {
        try
        {
            return filter.Blocks(_state.Settings.BlockedTerms, text) ? TermVerdict.Blocked : TermVerdict.Clear;
        }
#pragma warning disable CA1031 // Whatever a filter throws, the room's settings say what happens.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFilterFailed(e, Id);
            return TermVerdict.Failed;
        }
    }

    private async Task<Result<ChatPosted>> Log(ChatPerson author, ChatEntry draft, AuthorPace before)
    {
        if (_queue.Find(draft.UserId, draft.ClientId) is { } first) return await first.Answer;
        if (_queue.Unanswered >= _options.MaxWaiting) return ChatRefusals.RoomBusy;
        var spent = before.Posted(time.GetUtcNow(), _options.PostsPerSecond);
        _posts.Set(author.UserId, spent);
        var waiting = new WaitingEntry(draft, null);
        _queue.Add(waiting);
        Wake();
        var answer = await waiting.Answer;

        // What was not kept costs nothing, or its resend would be too fast.
        if (!answer.Ok && _posts.Of(author.UserId) == spent) _posts.Set(author.UserId, before);
        return answer;
    }

    /// <summary>Stores it for a moderator to look at; null when it need not wait any more.</summary>
    private async Task<Result<ChatPosted>?> Hold(ChatCommand.Post command)
    {
        var mayGoOn = false;
        var answer = await Alone<ChatPosted>(async () =>
        {
            // Decided again: much may have changed while it waited its turn.
            var now = time.GetUtcNow();
            var decision = ChatRoomMachine.Decide(_state, command, _options, now);
            if (decision.Rejection is { } rejection) return rejection;
            mayGoOn = decision.Events is [ChatEvent.Accepted];
            if (decision.Events is [ChatEvent.Held])
            {
                await Take(decision.Events);
                _posts.Set(command.Author!.UserId, command.Pace.Posted(now, _options.PostsPerSecond));
            }

            return new ChatPosted(0, now, Held: true);
        });
        return mayGoOn ? null : answer;
    }
}
