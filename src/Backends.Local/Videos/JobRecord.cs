using System.Text.Json;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Backends.Local.Videos;

/// <summary>
/// How a job ended, kept beside its outputs: what a process that died before its last event, or was restarted since, is asked for.
/// </summary>
/// <param name="Timestamp">Milliseconds since 1970 of the last event.</param>
/// <param name="Media">What was made, or null after a failure.</param>
/// <param name="Event">The last event, to be sent again.</param>
internal sealed record JobRecord(string JobId, long Timestamp, VideoMedia? Media, JobFailure? Failure, JsonElement Event)
{
    public const string FileName = "job.json";

    public static JobRecord Of(TranscodeRequest request, long timestamp, ReadOnlyMemory<byte> last, VideoMedia? media, JobFailure? failure) =>
        new(request.IdempotencyKey, timestamp, media, failure, JsonSerializer.Deserialize<JsonElement>(last.Span));

    public static async Task<JobRecord?> Read(string folder, CancellationToken cancel)
    {
        try
        {
            await using var file = File.OpenRead(Path.Combine(folder, FileName));
            return await JsonSerializer.DeserializeAsync<JobRecord>(file, JsonSerializerOptions.Web, cancel);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it whole or not at all.</summary>
    public async Task Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var temporary = path + ".tmp";
        await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await JsonSerializer.SerializeAsync(file, this, JsonSerializerOptions.Web);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    public ReadOnlyMemory<byte> EventBytes() => JsonSerializer.SerializeToUtf8Bytes(Event);

    public JobReport ToReport(TranscodeRequest request)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(Timestamp);
        return Media is { } media
            ? new JobCompleted(JobId, request.Attempt, at, media)
            : new JobFailed(JobId, request.Attempt, at, Failure?.Code ?? JobFailure.Unknown, Failure?.Message ?? "");
    }
}
