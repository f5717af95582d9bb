namespace ContentPages.Web.Live.Delivery;

/// <summary>
/// Where one connection's frames go out: one write at a time, and nobody waits for it. What comes meanwhile waits, up to a bound. Overflow policy:
/// skip. All that waits is dropped, and so is what comes, until a <c>gap</c> has taken its place on the wire; the client then asks for what it has
/// missed. Who is skipped too often, or makes no progress for too long, is dropped as too slow, see <see cref="Endings"/>. Answers are never skipped.
/// </summary>
internal abstract class Outlet(OutletRules rules)
{
    private Queue<Frame>? _waiting;
    private int _waitingBytes;
    private bool _isBusy;
    private bool _isSkipping;
    private bool _isLeaving;
    private bool _hasEnded;
    private Ending _ending;
    private long _progressAt;
    private int _skips;
    private long _skipsSince;

    public abstract string ConnectionId { get; }

    /// <summary>The groups that it is in; guarded by its pump.</summary>
    public List<Group> Groups { get; } = new(1);

    public bool HasEnded => _hasEnded;

    protected Lock Gate { get; } = new();

    protected bool IsBusy => _isBusy;

    /// <summary>Sends it as soon as may be. Never waits.</summary>
    /// <returns>False when it is dropped.</returns>
    public bool Post(Frame frame)
    {
        lock (Gate)
        {
            if (_hasEnded || _isLeaving) return false;
            if (_isBusy) return TryWait(frame);
            _isBusy = true;
            if (TryWrite(frame)) _isBusy = false;
            else _progressAt = rules.Now();
            return true;
        }
    }

    /// <summary>Since when it has not taken anything, as a timestamp of the clock, when that is too long; otherwise null.</summary>
    public long? StalledSince
    {
        get
        {
            lock (Gate) return IsStalled ? _progressAt : null;
        }
    }

    /// <summary>To be called now and then: drops the connection when it has not taken anything for too long. It keeps nothing from then on.</summary>
    public void DropIfStalled()
    {
        lock (Gate)
        {
            if (!IsStalled) return;
            if (!_isLeaving) rules.DroppedAsTooSlow(ConnectionId);
            LetGo();
            if (_ending is Ending.None) rules.Endings.Add(this);
            _ending = Ending.Stuck;
        }
    }

    /// <summary>Its turn to be ended has come.</summary>
    /// <returns>False when it has ended already.</returns>
    public bool EndNow()
    {
        bool isStuck;
        lock (Gate)
        {
            if (_ending is Ending.Over) return false;
            isStuck = _ending is Ending.Stuck;
            _ending = Ending.Over;
            if (isStuck) EndHere();
        }

        Abort(isStuck);
        return true;
    }

    /// <summary>Takes and keeps nothing any more.</summary>
    /// <returns>False when its connection has been ended already.</returns>
    public bool End()
    {
        lock (Gate)
        {
            EndHere();
            var isFirst = _ending is not Ending.Over;
            _ending = Ending.Over;
            return isFirst;
        }
    }

    /// <summary>Begins to write it, under the gate. Whoever does not finish at once calls <see cref="Next"/> when it has.</summary>
    /// <returns>Whether all of it has been written.</returns>
    protected abstract bool TryWrite(Frame frame);

    /// <summary>Ends the connection, soon and on another thread: ends of connections run code of their own.</summary>
    /// <param name="isStuck">Its other side takes nothing, so there is no saying good-bye.</param>
    protected abstract void Abort(bool isStuck);

    protected void BecomesBusy() => (_isBusy, _progressAt) = (true, rules.Now());

    protected void Enqueue(Frame frame)
    {
        (_waiting ??= new(4)).Enqueue(frame);
        _waitingBytes += frame.Length;
    }

    protected void HasProgressed() => _progressAt = rules.Now();

    /// <summary>The write has ended.</summary>
    /// <returns>What is to be written next, or null when there is nothing.</returns>
    protected Frame? Next()
    {
        lock (Gate)
        {
            _progressAt = rules.Now();
            if (_hasEnded || _waiting is null || !_waiting.TryDequeue(out var frame))
            {
                _waiting = null;
                _isBusy = false;
                if (_isLeaving && !_hasEnded) EndAfterBye();
                return null;
            }

            _waitingBytes -= frame.Length;
            if (frame == rules.Gap) _isSkipping = false;
            return frame;
        }
    }

    /// <summary>The connection ends now, under the gate.</summary>
    protected virtual void EndHere() => LetGo();

    private bool IsStalled => !_hasEnded && _isBusy && _ending is not Ending.Over && rules.IsStalled(_progressAt);

    private void LetGo()
    {
        _hasEnded = true;
        _waiting = null;
        _waitingBytes = 0;
    }

    private void EndAfterBye()
    {
        if (_ending is not Ending.None) return;
        _ending = Ending.AfterBye;
        rules.Endings.Add(this);
    }

    private bool TryWait(Frame frame)
    {
        // The gap that waits stands for it, too.
        if (_isSkipping) return false;
        var fits = _waiting is not { Count: > 0 } || (_waiting.Count < rules.MaxWaitingFrames && _waitingBytes + frame.Length <= rules.MaxWaitingBytes);
        if (fits) Enqueue(frame);
        else Skip();
        return fits;
    }

    private void Skip()
    {
        rules.Skipped();
        if (_skips == 0 || rules.IsOverAMinute(_skipsSince)) (_skips, _skipsSince) = (0, rules.Now());
        _isLeaving = ++_skips > rules.MaxSkips;
        if (_isLeaving) rules.DroppedAsTooSlow(ConnectionId);
        var kept = _waiting!.Where(static frame => frame.IsForOne).ToList();
        (_waiting, _waitingBytes) = (null, 0);
        foreach (var frame in kept) Enqueue(frame);
        Enqueue(_isLeaving ? rules.ByeTooSlow : rules.Gap);
        _isSkipping = true;
    }

    private enum Ending
    {
        None,

        /// <summary>Waits for its turn; it has taken all that was for it.</summary>
        AfterBye,

        /// <summary>Waits for its turn; it takes nothing.</summary>
        Stuck,
        Over,
    }
}
