namespace ContentPages.Grains.Chat;

/// <summary>How long a room waits from one flush to the next: the busier it is, the more goes into one.</summary>
internal static class ChatPace
{
    /// <param name="entries">Of the flush before.</param>
    public static TimeSpan Window(int entries, ChatOptions options)
    {
        var busy = Math.Min(1.0, (double)entries / options.BusyEntries);
        return TimeSpan.FromMilliseconds(options.WindowMilliseconds + (busy * Math.Max(0, options.BusyWindowMilliseconds - options.WindowMilliseconds)));
    }
}
