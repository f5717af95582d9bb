namespace Orleans.Runtime;

/// <summary>Too many calls wait for one activation.</summary>
public sealed class LimitExceededException : OrleansException
{
    public LimitExceededException() { }

    public LimitExceededException(string message) : base(message) { }

    public LimitExceededException(string message, Exception innerException) : base(message, innerException) { }
}
