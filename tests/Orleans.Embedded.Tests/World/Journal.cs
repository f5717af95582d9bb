namespace Orleans.Embedded.Tests;

/// <summary>What happened, in order.</summary>
public sealed class Journal
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public void Add(string line)
    {
        lock (_lines)
            _lines.Add(line);
    }

    public void Clear()
    {
        lock (_lines)
            _lines.Clear();
    }
}
