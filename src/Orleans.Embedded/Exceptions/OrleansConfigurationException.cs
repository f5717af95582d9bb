namespace Orleans.Runtime;

/// <summary>The engine was set up in a way that cannot work; the message names the member.</summary>
public sealed class OrleansConfigurationException : Exception
{
    public OrleansConfigurationException() { }

    public OrleansConfigurationException(string message) : base(message) { }

    public OrleansConfigurationException(string message, Exception innerException) : base(message, innerException) { }
}
