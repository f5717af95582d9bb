namespace Orleans.Runtime;

/// <summary>A timer of an activation. Disposing it, and the end of the activation, cancel the token of the callback.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>New times; when the callback is running, they count from its end.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
