namespace Orleans.Runtime;

/// <summary>The engine refused a call; the grain has not seen it.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    public OrleansMessageRejectionException() { }

    public OrleansMessageRejectionException(string message) : base(message) { }

    public OrleansMessageRejectionException(string message, Exception innerException) : base(message, innerException) { }
}
