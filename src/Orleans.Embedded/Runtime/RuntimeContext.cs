namespace Orleans.Runtime;

/// <summary>Which activation the running code belongs to.</summary>
internal static class RuntimeContext
{
    public static IGrainContext? Current => null;
}
