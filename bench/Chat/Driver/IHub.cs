namespace ContentPages.Bench.Chat.Driver;

/// <summary>A hub as its clients speak to it: records of SignalR's JSON protocol.</summary>
internal interface IHub : IAsyncDisposable
{
    /// <summary>Answered with what <see cref="NewestOf"/> reads.</summary>
    const string JoinCall = "join";

    int ProcessId { get; }

    Uri Address { get; }

    /// <summary>Whether each message of a room has a number, one more than the message before.</summary>
    bool Numbers { get; }

    /// <summary>Where the WebSocket of the viewer with that number is opened.</summary>
    string Path(int viewer);

    /// <param name="after">The newest number that the viewer has seen.</param>
    string Join(int room, long? after);

    /// <param name="post">Comes back with the answer.</param>
    string Post(int room, int post, string text);

    /// <returns>Which number the post got, 1 where they have none; null when it was refused.</returns>
    long? NumberOf(ReadOnlySpan<byte> answer);

    /// <returns>The newest number of the room that was joined, or 0.</returns>
    /// <exception cref="BenchException">It was not joined.</exception>
    long NewestOf(ReadOnlySpan<byte> joined);
}
