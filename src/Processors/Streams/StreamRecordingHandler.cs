using System.Text.Json;
using ContentPages.Processors.Events;
using ContentPages.Streams;

namespace ContentPages.Processors.Streams;

/// <summary><c>IVS Recording State Change</c>: what has become of the recording of a session.</summary>
public sealed class StreamRecordingHandler(IGrainFactory grains) : IEventHandler
{
    public bool Handles(in EventEnvelope envelope) => ChannelEvent.Is(envelope, "IVS Recording State Change");

    public async Task<HandlerResult> Handle(EventEnvelope envelope, CancellationToken cancel)
    {
        var detail = envelope.Detail;
        if (detail.Text("recording_status") is not { } text || envelope.Time is not { } at) return HandlerResult.Malformed;
        if (StatusOf(text) is not { } status || ChannelEvent.StreamOf(envelope) is not { } streamId) return HandlerResult.Ignored;
        if (detail.Text("recording_session_id") is not { Length: > 0 } recordingId) return HandlerResult.Malformed;

        var media = status is RecordingStatus.Finishing ? Recording.TryRead(detail) : null;
        if (status is RecordingStatus.Finishing && media is null) return HandlerResult.Malformed;
        return await grains.Report(streamId, new RecordingReport(at, recordingId, ConnectionsOf(detail), status, media));
    }

    private static RecordingStatus? StatusOf(string text) => text switch
    {
        "Recording Start" => RecordingStatus.Recording,
        "Recording End" => RecordingStatus.Finishing,
        "Recording Start Failure" or "Recording End Failure" => RecordingStatus.Failed,
        _ => null,
    };

    /// <summary>All that were merged into the recording, once that is over; before, the one that it began with.</summary>
    private static string[] ConnectionsOf(JsonElement detail)
    {
        string[] merged = [.. detail.Items("recording_session_stream_ids").Select(JsonReading.AsText).OfType<string>()];
        if (merged.Length > 0) return merged;
        return detail.Text("stream_id") is { Length: > 0 } connectionId ? [connectionId] : [];
    }
}
