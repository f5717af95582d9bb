namespace Orleans.Runtime;

/// <summary>Base of what the engine itself throws at callers.</summary>
public class OrleansException : Exception
{
    public OrleansException() { }

    public OrleansException(string message) : base(message) { }

    public OrleansException(string message, Exception innerException) : base(message, innerException) { }
}
