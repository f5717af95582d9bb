namespace Orleans.Embedded;

/// <summary>A section whose new tasks and timers do not inherit the async locals of whoever happens to send.</summary>
internal static class Detached
{
    public static AsyncFlowControl Enter() => ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
}
