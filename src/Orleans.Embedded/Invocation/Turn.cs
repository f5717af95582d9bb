namespace Orleans.Embedded;

/// <summary>One piece of work for an activation: a call, a timer tick, or the delivery of an event.</summary>
internal abstract class Turn
{
    /// <summary>The next in the queue that it waits in.</summary>
    internal Turn? Next { get; set; }

    public abstract string Name { get; }

    public virtual bool IsReadOnly => false;

    public virtual bool AlwaysInterleaves => false;

    /// <summary>Counts as use of the activation.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>Goes to the next activation when this one ends first.</summary>
    public virtual bool OutlivesActivation => true;

    /// <summary>Nobody awaits the outcome, so a failure must be logged.</summary>
    public virtual bool IsUnattended => false;

    /// <summary>Nobody wants it any more, so it need not start.</summary>
    public virtual bool IsAbandoned => false;

    /// <summary>Starts on the scheduler of the activation.</summary>
    public abstract Task InvokeAsync(Activation activation);

    /// <param name="outcome">Has completed.</param>
    public abstract void Complete(Task outcome);

    /// <summary>It will not run.</summary>
    public abstract void Reject(Exception reason);
}
