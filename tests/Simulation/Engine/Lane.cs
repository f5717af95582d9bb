namespace ContentPages.Simulation.Engine;

/// <summary>The scheduler of one process, or of the outside. All lanes share one loop; a lane that is dead never runs again.</summary>
internal sealed class Lane(Loop loop, string name) : TaskScheduler
{
    public bool IsDead { get; private set; }

    public override int MaximumConcurrencyLevel => 1;

    public void Die() => IsDead = true;

    /// <summary>Starts code of this lane.</summary>
    public Task Start(Func<Task> code) => Task.Factory.StartNew(code, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    public Task<T> Start<T>(Func<Task<T>> code) => Task.Factory.StartNew(code, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    public void Run(Task task) => TryExecuteTask(task);

    public override string ToString() => name;

    protected override void QueueTask(Task task)
    {
        if (!IsDead) loop.Enqueue(this, task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
