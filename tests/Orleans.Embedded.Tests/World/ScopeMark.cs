namespace Orleans.Embedded.Tests;

/// <summary>A scoped service that tells when its scope has ended.</summary>
public sealed class ScopeMark(Journal journal) : IDisposable
{
    public void Dispose() => journal.Add("scope disposed");
}
