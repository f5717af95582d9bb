namespace Orleans.Embedded;

/// <summary>
/// Runs the tasks of one activation one at a time, in order, on top of the scheduler of the engine. Continuations of awaits come back here
/// because awaits capture the current scheduler.
/// </summary>
internal sealed class ActivationScheduler(Activation activation, TaskScheduler inner) : TaskScheduler, IThreadPoolWorkItem
{
    /// <summary>Tasks that run before the thread goes to others; a scheduler of the caller's own decides after every single one.</summary>
    private readonly int _quantum = inner == Default ? 64 : 1;

    private readonly Queue<Task> _tasks = new();
    private bool _isPumping;

    public Activation Activation { get; } = activation;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs an action as a task of the activation, free of the sender's execution context.</summary>
    public void Post(Action<object?> action, object state)
    {
        using (Detached.Enter())
            new Task(action, state).Start(this);
    }

    /// <summary>Runs what is queued, on the scheduler below.</summary>
    public void Execute()
    {
        for (var i = 0; i < _quantum; i++)
        {
            Task? task;
            lock (_tasks)
            {
                if (!_tasks.TryDequeue(out task))
                {
                    _isPumping = false;
                    return;
                }
            }

            TryExecuteTask(task);
        }

        lock (_tasks)
        {
            if (_tasks.Count == 0)
            {
                _isPumping = false;
                return;
            }
        }

        Pump();
    }

    protected override void QueueTask(Task task)
    {
        lock (_tasks)
        {
            _tasks.Enqueue(task);
            if (_isPumping)
                return;
            _isPumping = true;
        }

        Pump();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_tasks)
            return [.. _tasks];
    }

    private void Pump()
    {
        if (inner == Default)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
            return;
        }

        using (Detached.Enter())
            new Task(static self => ((ActivationScheduler)self!).Execute(), this).Start(inner);
    }
}
