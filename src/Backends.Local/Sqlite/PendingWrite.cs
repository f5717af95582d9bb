namespace ContentPages.Backends.Local.Sqlite;

/// <summary>One write that waits for its commit.</summary>
internal abstract class PendingWrite
{
    public abstract void Succeed();

    public abstract void Fail(Exception exception);
}

/// <typeparam name="TAnswer">What whoever waits is told.</typeparam>
internal abstract class PendingWrite<TAnswer> : PendingWrite
{
    private readonly TaskCompletionSource<TAnswer> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TAnswer _answer = default!;
    private Exception? _refusal;

    /// <summary>Ends once it is durable.</summary>
    public Task<TAnswer> Committed => _committed.Task;

    public override void Succeed()
    {
        if (_refusal is null) _committed.TrySetResult(_answer);
        else _committed.TrySetException(_refusal);
    }

    public override void Fail(Exception exception) => _committed.TrySetException(exception);

    /// <summary>What it answers when the transaction is committed. A write may be applied again, in another transaction.</summary>
    protected void Answer(TAnswer answer) => (_answer, _refusal) = (answer, null);

    /// <summary>It has changed nothing, and fails when the transaction is committed.</summary>
    protected void Refuse(Exception refusal) => _refusal = refusal;
}
