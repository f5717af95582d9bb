namespace ContentPages.Processors.Events;

/// <summary>What became of an event.</summary>
public enum HandlerResult
{
    /// <summary>The grain was told.</summary>
    Handled,
    /// <summary>Understood, and nothing to do: not one of ours, a test event, or a kind nobody needs.</summary>
    Ignored,
    /// <summary>Not what its type promises. Coming again would not help.</summary>
    Malformed,
}
