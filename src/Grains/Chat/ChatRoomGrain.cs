using ContentPages.Chat;
using ContentPages.Grains.Catalog;
using ContentPages.Streams;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Storage;

namespace ContentPages.Grains.Chat;

/// <summary>
/// The shell around <see cref="ChatRoomMachine"/>. Calls overlap, so that messages gather while a flush is on its way; acts that change what is
/// stored go one at a time. Each road has a part of its own.
/// </summary>
[Reentrant]
public sealed partial class ChatRoomGrain(
    [PersistentState("chat/room", CatalogStorage.Name)] IPersistentState<ChatRoomState> stored,
    IChatLog log,
    IChatFilter filter,
    ILiveStreamReader streams,
    IOptions<ChatOptions> options,
    TimeProvider time,
    ILogger<ChatRoomGrain> logger) : Grain, IChatRoomGrain, IDisposable
{
    private readonly ChatOptions _options = options.Value;
    private readonly ChatQueue _queue = new();
    private readonly ChatNews _news = new();
    private readonly AuthorPaces _posts = new(options.Value.MaxAuthors);
    private readonly AuthorPaces _reactions = new(options.Value.MaxAuthors);
    private readonly CancellationTokenSource _ending = new();
    private CancellationToken _ended;

    /// <summary>Its successor may have begun: what was still on its way to this one, such as a state that it asked for, tells nobody anything.</summary>
    private bool _isOver;

    /// <summary>What is stored, together with what need not be. <c>stored.State</c> is only what was last written.</summary>
    private ChatRoomState _state = new();

    private string Id => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _state = stored.State;
        _ended = _ending.Token;
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // No flush waits for its window any more.
#pragma warning disable CA1849 // CancelAsync would run what is cancelled on another thread, outside of the activation.
        _ending.Cancel();
#pragma warning restore CA1849
        try
        {
            await _flushing.WaitAsync(cancellationToken);
        }
        finally
        {
            _isOver = true;
        }
    }

    public async Task<Result<ChatSnapshot>> Join(ChatPerson? caller, long? afterSeq)
    {
        if (await Ready(caller) is { } rejection) return rejection;
        if (afterSeq > _ring.Last && !await CatchUpBeside()) return ChatRefusals.Unavailable;
        var you = ChatRoomMachine.StandingOf(_state, caller?.UserId, time.GetUtcNow());
        if (afterSeq is { } after && after >= _ring.First - 1 && after <= _ring.Last && _ring.Since(after) is { IsIncomplete: false } slice)
            return new ChatSnapshot(Id, _ring.Last, slice.Messages, slice.Removed, slice.Restored, Gap: false, _state.Info, you);
        return new ChatSnapshot(Id, _ring.Last, _ring.Newest(), [], [], Gap: afterSeq is not null, _state.Info, you);
    }

    public async Task<Rejection?> React(ChatPerson? caller, string emoji)
    {
        if (await Ready(caller) is { } rejection) return rejection;
        var now = time.GetUtcNow();
        var pace = caller is null ? default : _reactions.Of(caller.UserId);
        if (ChatRoomMachine.CheckReaction(_state, caller, emoji, pace, _options, now) is { } refusal) return refusal;
        _reactions.Set(caller!.UserId, pace.Posted(now, _options.ReactionsPerSecond));
        _news.Count(emoji);
        Wake();
        return null;
    }

    public Task ReportViewers(int viewers)
    {
        _news.Viewers = viewers;
        // A room that nobody has come to yet has nobody to tell.
        if (_isLoaded) Wake();
        return Task.CompletedTask;
    }

    public void Dispose() => _ending.Dispose();

    /// <summary>
    /// Takes in what was decided; what must be stored is stored first, and nothing has happened until it is. Answers the act that waits for
    /// the log then, if there is one.
    /// </summary>
    /// <exception cref="InconsistentStateException">Another activation has written; this one ends.</exception>
    private async Task<WaitingEntry?> Take(IReadOnlyList<ChatEvent> events)
    {
        if (events.Any(e => e.IsDurable))
        {
            stored.State = events.Aggregate(_state, ChatRoomMachine.Apply);
            try
            {
                await stored.WriteStateAsync();
            }
            catch (Exception e) when (e is not InconsistentStateException)
            {
                ReadAgain();
                throw;
            }
        }

        Become(events.Aggregate(_state, ChatRoomMachine.Apply));
        _news.Standings.UnionWith(events.Select(ChatRoomMachine.StandsAnew).OfType<string>());
        var act = events.OfType<ChatEvent.Acted>().Select(e => new WaitingEntry(e.Act.Entry, e.Act.Audit)).SingleOrDefault();
        if (act is not null) _queue.Add(act);
        Wake();
        return act;
    }

    private void Become(ChatRoomState next)
    {
        _news.Room |= _state.Info != next.Info;
        _news.Moderation |= _state != next;
        _state = next;
    }
}
