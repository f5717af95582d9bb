namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>What one stream plays out: the preview of the connection that is there, and the session that is on.</summary>
internal sealed class LivePlayout(string streamId)
{
    public string StreamId { get; } = streamId;

    /// <summary>The session that is on, or null.</summary>
    public int? Session { get; }

    /// <summary>
    /// Plays out a session from now on: from the newest keyframe if something is connected. One that is on already stays as it is; one whose folder
    /// is from before a restart goes on after a break; one that has ended stays ended.
    /// </summary>
    public void Begin(PlayoutSession session) => throw new NotImplementedException(session.ToString());

    /// <summary>Ends a session for its viewers and completes its recording. May be repeated, also after a restart.</summary>
    /// <returns>Null when nothing was recorded.</returns>
    public Task<RecordedFolder?> End(PlayoutSession session) => throw new NotImplementedException(session.ToString());

    /// <summary>An encoder has connected. The run before it contributes nothing any more.</summary>
    public PackagingRun Connect(string connectionId) => new(StreamId + connectionId);
}
