using ContentPages.Chat;
using Orleans.Streams;

namespace ContentPages.Grains.Chat;

/// <summary>
/// The road into the log and out to the viewers: one flush at a time takes what waits, gives it numbers, writes it in one go, answers who waited,
/// and publishes one batch. A write that fails answers all of its flush with <c>unavailable</c>; where the log ends is then read before going on.
/// </summary>
public sealed partial class ChatRoomGrain
{
    private static readonly Dictionary<string, ChatStanding> s_noStandings = [];

    private Task _flushing = Task.CompletedTask;
    private IAsyncStream<ChatBatch>? _batches;

    /// <summary>The newest number that viewers were told.</summary>
    private long _published;

    private DateTimeOffset _lastAt;

    /// <summary>Of the last flush that had something that paces; null before the first.</summary>
    private long? _flushedAt;

    private int _flushedEntries;
    private bool _isFlushing;
    private bool _hasFailed;

    private TimeSpan LogTimeout => TimeSpan.FromSeconds(_options.LogTimeoutSeconds);

    private bool HasWork => _queue.Count > 0 || _published < _ring.Last || _news.Any || (!_isSound && _state.Pending.Count > 0);

    private void Wake()
    {
        if (!_isFlushing && !_isOver && HasWork) _flushing = FlushAll();
    }

    private async Task FlushAll()
    {
        _isFlushing = true;
        try
        {
            while (HasWork && !_isOver)
            {
                await WaitForWindow();
                _hasFailed = !await AppendAlone() | !await Publish();
                if (_hasFailed && _ended.IsCancellationRequested) return;
                if (_hasFailed) _flushedAt = time.GetTimestamp();
            }
        }
        finally
        {
            _isFlushing = false;
        }
    }

    private async Task WaitForWindow()
    {
        if (_queue.Count >= _options.MaxPerFlush && !_hasFailed) return;
        var window = _hasFailed ? TimeSpan.FromMilliseconds(_options.RetryMilliseconds) : ChatPace.Window(_flushedEntries, _options);
        var wait = _flushedAt is { } at ? window - time.GetElapsedTime(at) : TimeSpan.Zero;
        if (wait <= TimeSpan.Zero) return;
        try
        {
            await Task.Delay(wait, time, _ended);
        }
        catch (OperationCanceledException)
        {
            // The activation ends: what waits goes at once.
        }
    }

    private async Task<bool> AppendAlone()
    {
        await _end.WaitAsync();
        try
        {
            return await Append();
        }
        finally
        {
            _end.Release();
        }
    }

    /// <summary>Writes what waits; false when that failed.</summary>
    private async Task<bool> Append()
    {
        if (!_isSound && !await CatchUp())
        {
            while (_queue.TryTake(out var waiting)) Fail(waiting, ChatRefusals.Unavailable);
            return false;
        }

        var taken = TakeWaiting();
        if (taken.Count > 0 || _news.HasReactions) (_flushedAt, _flushedEntries) = (time.GetTimestamp(), taken.Count);
        if (taken.Count == 0) return true;
        try
        {
            var entries = taken.Where(t => t.Entry is not null).Select(t => t.Entry!).ToList();
            var audit = taken.Where(t => t.Audit is not null).Select(t => t.NumberedAudit()!).ToList();
            if (entries.Count > 0 || audit.Count > 0) await log.Append(Id, entries, audit).WaitAsync(LogTimeout, time);
        }
#pragma warning disable CA1031 // Whatever went wrong, whether it was written is unknown.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogAppendFailed(e, Id, taken.Count);
            var isDeleted = e is ChatLogConflictException { RoomIsDeleted: true };
            if (isDeleted) _ = EndBeside();
            // Another activation has written; then it has perhaps stored something too.
            else if (e is ChatLogConflictException) ReadAgain();
            _isSound = false;
            taken.ForEach(waiting => Fail(waiting, isDeleted ? ChatRefusals.NotFound : ChatRefusals.Unavailable));
            return false;
        }

        taken.ForEach(Succeed);
        return true;
    }

    /// <summary>The next of what waits, with their numbers. What is in the log already, since a write went well after all, gets none.</summary>
    private List<WaitingEntry> TakeWaiting()
    {
        var taken = new List<WaitingEntry>();
        var numbered = new Dictionary<(string, string), ChatEntry>();
        var now = time.GetUtcNow();
        if (now > _lastAt) _lastAt = now;
        var last = _ring.Last;
        while (taken.Count < _options.MaxPerFlush && _queue.TryTake(out var waiting))
        {
            taken.Add(waiting);
            if (waiting.Draft is not { } draft) continue;
            var key = (draft.UserId, draft.ClientId);
            if (draft.Kind is ChatEntryKind.Message) waiting.Sent = _ring.Find(draft.UserId, draft.ClientId) ?? numbered.GetValueOrDefault(key);
            if (waiting.Sent is null) waiting.Number(++last, _lastAt);
            if (waiting.Entry is { Kind: ChatEntryKind.Message }) numbered[key] = waiting.Entry;
        }

        return taken;
    }

    private void Succeed(WaitingEntry waiting)
    {
        if (waiting.Entry is { } entry) _ring.Add(entry);
        if (waiting.Audit is { } audit) Finish(audit);
        _queue.Forget(waiting);
        waiting.Succeed();
    }

    private void Fail(WaitingEntry waiting, Rejection why)
    {
        _queue.Forget(waiting);
        waiting.Fail(why);
    }

    /// <summary>Tells the viewers what is new; false when that failed, and is to be told again.</summary>
    private async Task<bool> Publish()
    {
        if (_published == _ring.Last && !_news.Any) return true;
        var (last, room, moderation, viewers) = (_ring.Last, _news.Room, _news.Moderation, _news.Viewers);
        var standings = _news.TakeStandings();
        var from = Math.Max(_published + 1, _ring.First);
        var slice = _ring.Since(from - 1);
        // What a restoration brought back is not known here: a batch that covers nothing shows that something was missed, and everybody asks for it.
        if (slice.IsIncomplete) (from, slice) = (last + 1, new());
        var batch = new ChatBatch(
            Id, from, last, slice.Messages, slice.Removed, slice.Restored, _news.TakeReactions(),
            room ? _state.Info : null, viewers, moderation ? _state.Held.Count : null, Standings(standings));
        (_news.Room, _news.Moderation, _news.Viewers) = (false, false, null);
        try
        {
            _batches ??= this.GetStreamProvider(ChatStreams.Provider).GetStream<ChatBatch>(ChatStreams.Of(Id));
            await _batches.OnNextAsync(batch);
            _published = last;
            return true;
        }
#pragma warning disable CA1031 // What happened is in the log; the next batch tells it again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogPublishFailed(e, Id);
            _news.Room |= room;
            _news.Moderation |= moderation;
            _news.Standings.UnionWith(standings);
            _news.Viewers ??= viewers;
            return false;
        }
    }

    private Dictionary<string, ChatStanding> Standings(HashSet<string> userIds)
    {
        if (userIds.Count == 0) return s_noStandings;
        var now = time.GetUtcNow();
        return userIds.ToDictionary(id => id, id => ChatRoomMachine.StandingOf(_state, id, now), StringComparer.Ordinal);
    }
}
