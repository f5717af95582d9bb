namespace ContentPages.Backends.Local.Videos;

/// <summary>Ends of jobs that could not be stored (the disk is full, say). Keeps the last 256; the oldest is forgotten first, and its job done again.</summary>
internal sealed class UnstoredRecords
{
    private const int Capacity = 256;
    private readonly Lock _lock = new();
    private readonly LinkedList<JobRecord> _records = [];

    public void Add(JobRecord record)
    {
        lock (_lock)
        {
            _records.AddLast(record);
            if (_records.Count > Capacity) _records.RemoveFirst();
        }
    }

    public JobRecord? Find(string jobId)
    {
        lock (_lock) return _records.LastOrDefault(record => record.JobId == jobId);
    }
}
