// One thread: schedules are compared by what they do, and should not share the machine with each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
