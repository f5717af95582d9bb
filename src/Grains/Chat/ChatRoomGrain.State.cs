namespace ContentPages.Grains.Chat;

/// <summary>What is stored is read again when another activation may have written it, or this one without knowing.</summary>
public sealed partial class ChatRoomGrain
{
    private bool _isReadingState;

    /// <summary>How often another state was read: acts may wait in it that nobody has looked for yet.</summary>
    private int _stateReads;

    /// <summary>
    /// Another activation may have stored something, and nothing else would tell. Nobody waits for an act that is just being done: what is
    /// stored is read after it.
    /// </summary>
    private async Task Refresh()
    {
        if (_turn.CurrentCount == 0 || !await TryReadState()) ReadAgain();
    }

    /// <summary>A write failed, and may have been done all the same: what it stored nobody else would see into effect.</summary>
    private void ReadAgain()
    {
        if (!_isReadingState) _ = ReadState();
    }

    private async Task ReadState()
    {
        _isReadingState = true;
        while (!_ended.IsCancellationRequested && !await TryReadState())
            await Task.Delay(TimeSpan.FromMilliseconds(_options.RetryMilliseconds), time, _ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _isReadingState = false;
    }

    private async Task<bool> TryReadState()
    {
        await _turn.WaitAsync();
        try
        {
            var known = stored.Etag;
            await stored.ReadStateAsync();
            if (stored.Etag == known) return true;
            var before = _state;
            Become(stored.State with { Host = before.Host });
            _news.Standings.UnionWith(ChatRoomMachine.StandAnew(before, _state, time.GetUtcNow()));
            _isSound = false;
            _stateReads++;
            Wake();
            return true;
        }
#pragma warning disable CA1031 // It is tried again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogReadFailed(e, Id);
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }
}
