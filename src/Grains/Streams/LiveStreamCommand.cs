using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What <see cref="LiveStreamMachine.Decide"/> can be asked.</summary>
public abstract record LiveStreamCommand
{
    private LiveStreamCommand()
    {
    }

    public sealed record Create(string Id, CreateStream Stream) : LiveStreamCommand;

    public sealed record Update(StreamDetails Details) : LiveStreamCommand;

    public sealed record Delete : LiveStreamCommand;

    /// <param name="VideoId">Id of the video that the recording will be.</param>
    public sealed record Start(string VideoId) : LiveStreamCommand;

    public sealed record Stop : LiveStreamCommand;

    /// <summary>The channel is there.</summary>
    public sealed record AcceptChannel(LiveChannel Channel) : LiveStreamCommand;

    /// <summary>The channel is ready for a session.</summary>
    public sealed record Arm(int Session) : LiveStreamCommand;

    public sealed record Report(ChannelReport Change) : LiveStreamCommand;

    /// <summary>What is true of the channel; null when there is none any more.</summary>
    public sealed record Observe(ChannelStatus? Channel) : LiveStreamCommand;

    /// <summary>What the provider knows of a session's recording; null for nothing.</summary>
    public sealed record FindRecording(int Session, RecordingReport? Recording) : LiveStreamCommand;

    /// <summary>The recording's video is there, or cannot be.</summary>
    public sealed record SettleRecording(int Session, bool Ready) : LiveStreamCommand;

    /// <summary>Pending work of a session is done.</summary>
    public sealed record FinishSession(int Session, SessionWork Work) : LiveStreamCommand;

    /// <summary>Pending work of the stream is done.</summary>
    public sealed record Finish(StreamWork Work) : LiveStreamCommand;

    /// <summary>So many watch now.</summary>
    public sealed record CountViewers(int Viewers) : LiveStreamCommand;

    /// <summary>A minute may be over, with so many watching.</summary>
    public sealed record CountMinute(int Viewers) : LiveStreamCommand;

    /// <summary>A cover upload has been signed.</summary>
    public sealed record ExpectCover(string Key) : LiveStreamCommand;

    public sealed record ArriveCover(string Key) : LiveStreamCommand;

    /// <summary>Those covers are removed.</summary>
    public sealed record ForgetCovers(IReadOnlyList<string> Keys) : LiveStreamCommand;

    /// <summary>Somebody looked and nothing else was to be done: give up what is overdue, put off the rest.</summary>
    public sealed record Defer : LiveStreamCommand;
}
