using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>What is kept of a channel: <c>channels/{streamId}.json</c>.</summary>
/// <param name="Secret">Second half of the stream key.</param>
/// <param name="Session">The session that is armed, or whose end is under way; null otherwise.</param>
/// <param name="Recordings">How the recordings of past sessions ended, oldest first: the last <see cref="MostRecordings"/>.</param>
internal sealed record ChannelRecord(
    string StreamId, string OwnerId, StreamLatency Latency, string Secret, ArmedSession? Session, IReadOnlyList<SessionRecording> Recordings)
{
    public const int MostRecordings = 100;

    public static ChannelRecord New(ChannelRequest request) =>
        new(request.StreamId, request.OwnerId, request.Latency, StreamKey.NewSecret(), null, []);

    public RecordingReport? RecordingOf(int number) => Recordings.LastOrDefault(recording => recording.Number == number)?.Report;

    /// <summary>The session is over, with what became of its recording.</summary>
    public ChannelRecord Ended(int number, RecordingReport report) =>
        this with { Session = null, Recordings = [.. Recordings.TakeLast(MostRecordings - 1), new SessionRecording(number, report)] };
}

/// <param name="Ending">Its end has been asked for; a restart completes it.</param>
/// <param name="RecordingSince">When its first picture was recorded; null before, and when nothing is recorded.</param>
/// <param name="ConnectionIds">Connections that it has played, oldest first.</param>
internal sealed record ArmedSession(
    ChannelSession Session, bool Ending = false, DateTimeOffset? RecordingSince = null, IReadOnlyList<string>? ConnectionIds = null)
{
    public IReadOnlyList<string> Connections => ConnectionIds ?? [];
}

/// <summary>How the recording of a session ended. One that was not wanted is <see cref="RecordingStatus.None"/>.</summary>
internal sealed record SessionRecording(int Number, RecordingReport Report);
