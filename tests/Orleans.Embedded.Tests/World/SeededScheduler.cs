namespace Orleans.Embedded.Tests;

/// <summary>Runs tasks on the thread of the test, one at a time; the seed chooses which one is next.</summary>
public sealed class SeededScheduler(int seed) : TaskScheduler
{
    private readonly Random _random = new(seed);
    private readonly List<Task> _tasks = [];
    private readonly int _owner = Environment.CurrentManagedThreadId;

    public int Steps { get; private set; }

    /// <summary>Tasks that came from another thread, which a simulation must never see.</summary>
    public int Strangers { get; private set; }

    public override int MaximumConcurrencyLevel => 1;

    public void RunUntilIdle()
    {
        // Awaits prefer the context of the test runner to the scheduler, and would take every continuation to its threads.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        while (TakeNext() is { } task)
        {
            Steps++;
            TryExecuteTask(task);
        }

        SynchronizationContext.SetSynchronizationContext(context);
    }

    protected override void QueueTask(Task task)
    {
        lock (_tasks)
        {
            if (Environment.CurrentManagedThreadId != _owner)
                Strangers++;
            _tasks.Add(task);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_tasks)
            return [.. _tasks];
    }

    private Task? TakeNext()
    {
        lock (_tasks)
        {
            if (_tasks.Count == 0)
                return null;
            var index = _random.Next(_tasks.Count);
            var task = _tasks[index];
            _tasks.RemoveAt(index);
            return task;
        }
    }
}
