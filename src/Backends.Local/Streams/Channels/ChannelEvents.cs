using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>Tells the processors what happens to one channel, in the envelopes of IVS.</summary>
/// <param name="publish">Takes the events; false when one was dropped.</param>
internal sealed class ChannelEvents(string streamId, Func<ReadOnlyMemory<byte>, bool> publish)
{
    private const string Account = "000000000000";
    private const string Region = "local";

    /// <summary>Something happened to a connection's state or health.</summary>
    public void Tell(DateTimeOffset at, ConnectionEvent name, string connectionId, StreamTrouble? trouble = null)
    {
        var detail = new JsonObject { ["event_name"] = NameOf(name), ["channel_name"] = streamId, ["stream_id"] = connectionId };
        if (trouble is not null)
        {
            detail["reason"] = trouble.Message;
            detail["code"] = trouble.Code;
        }

        Send(at, name is ConnectionEvent.StarvationStart or ConnectionEvent.StarvationEnd ? "IVS Stream Health Change" : "IVS Stream State Change", detail);
    }

    public void Limit(DateTimeOffset at, string connectionId, LimitBreach breach) => Send(at, "IVS Limit Breach", new JsonObject
    {
        ["limit_name"] = breach.Name,
        ["limit_value"] = breach.Limit,
        ["exceeded_by"] = breach.ExceededBy,
        ["limit_unit"] = breach.Unit,
        ["channel_name"] = streamId,
        ["stream_id"] = connectionId,
    });

    /// <param name="report">Its media, where it has any, is added to what IVS tells.</param>
    /// <param name="prefix">Ends in <c>/</c>.</param>
    public void Recording(RecordingReport report, string prefix)
    {
        var detail = new JsonObject
        {
            ["channel_name"] = streamId,
            ["stream_id"] = report.ConnectionIds.Count > 0 ? report.ConnectionIds[^1] : "",
            ["recording_status"] = report.Status switch
            {
                RecordingStatus.Recording => "Recording Start",
                RecordingStatus.Finishing => "Recording End",
                _ => "Recording End Failure",
            },
            ["recording_status_reason"] = report.Status is RecordingStatus.Failed ? "NothingRecorded" : "",
            ["recording_s3_bucket_name"] = "local",
            ["recording_s3_key_prefix"] = prefix.TrimEnd('/'),
            ["recording_duration_ms"] = (long)Math.Round((report.Media?.DurationSeconds ?? 0) * 1000),
            ["recording_session_id"] = report.RecordingId,
            ["recording_session_stream_ids"] = new JsonArray([.. report.ConnectionIds.Select(id => JsonValue.Create(id))]),
        };
        if (report.Media is { } media)
        {
            detail["recording_playlist"] = media.Playlist;
            detail["recording_poster"] = media.Poster;
            detail["recording_width"] = media.Width;
            detail["recording_height"] = media.Height;
            detail["recording_breaks"] = new JsonArray([.. (media.Breaks ?? []).Select(at => JsonValue.Create(at))]);
        }

        Send(report.At, "IVS Recording State Change", detail);
    }

    private void Send(DateTimeOffset at, string type, JsonObject detail) => publish(JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["version"] = "0",
        ["id"] = Guid.CreateVersion7().ToString(),
        ["detail-type"] = type,
        ["source"] = "aws.ivs",
        ["account"] = Account,
        ["time"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["region"] = Region,
        ["resources"] = new JsonArray($"arn:aws:ivs:{Region}:{Account}:channel/{streamId}"),
        ["detail"] = detail,
    }));

    private static string NameOf(ConnectionEvent name) => name switch
    {
        ConnectionEvent.SessionCreated => "Session Created",
        ConnectionEvent.StreamStart => "Stream Start",
        ConnectionEvent.StreamEnd => "Stream End",
        ConnectionEvent.StreamFailure => "Stream Failure",
        ConnectionEvent.SessionEnded => "Session Ended",
        ConnectionEvent.StarvationStart => "Starvation Start",
        ConnectionEvent.StarvationEnd => "Starvation End",
    };
}

/// <summary>IVS's <c>event_name</c>.</summary>
internal enum ConnectionEvent
{
    /// <summary>An encoder with the right key is there.</summary>
    SessionCreated,
    /// <summary>It can be played.</summary>
    StreamStart,
    StreamEnd,
    /// <summary>It is refused, or cannot go on.</summary>
    StreamFailure,
    /// <summary>The last of a connection.</summary>
    SessionEnded,
    StarvationStart,
    StarvationEnd,
}
