using System.Text.Json.Nodes;

namespace ContentPages.Backends.Local.Videos;

/// <summary>The parts of <c>detail</c> that each status adds.</summary>
internal static class JobEvents
{
    public static JsonObject InputInformation(string sourceKey, MediaProbe probe) => new()
    {
        ["inputDetails"] = new JsonArray(new JsonObject
        {
            ["id"] = 1,
            ["uri"] = JobEnvelope.Address(sourceKey),
            ["audio"] = new JsonArray([.. probe.Audios.Select(Audio)]),
            ["video"] = new JsonArray([.. probe.Videos.Select(Video)]),
        }),
    };

    /// <param name="percent">Of the whole job, 0 to 100; null while nobody can tell.</param>
    /// <param name="queuePlace">Our addition to MediaConvert's event: 1 for the next job to run, left out once it runs.</param>
    public static JsonObject StatusUpdate(JobStage stage, double? percent, long frames, bool outputsStarted, int? queuePlace)
    {
        var update = new JsonObject
        {
            ["framesDecoded"] = frames,
            ["jobProgress"] = new JsonObject
            {
                ["phaseProgress"] = new JsonObject
                {
                    ["PROBING"] = Phase(stage, JobStage.Probing, percent: 0),
                    ["TRANSCODING"] = Phase(stage, JobStage.Transcoding, percent),
                    ["UPLOADING"] = Uploading(stage, percent, outputsStarted),
                },
                ["jobPercentComplete"] = Whole(percent),
                ["currentPhase"] = stage switch
                {
                    JobStage.Queued or JobStage.Probing => "PROBING",
                    JobStage.Transcoding => "TRANSCODING",
                    JobStage.Uploading => "UPLOADING",
                },
                ["retryCount"] = 0,
            },
        };
        if (queuePlace is { } place) update["queuePlace"] = place;
        return update;
    }

    public static JsonObject Warning(string code, string message) => new() { ["warningCode"] = code, ["warningMessage"] = message };

    public static JsonObject Error(JobFailure failure) => new() { ["errorCode"] = failure.Code, ["errorMessage"] = failure.Message };

    public static JsonObject Complete(string prefix, MadeOutputs made)
    {
        var groups = new JsonArray(new JsonObject
        {
            ["outputDetails"] = new JsonArray([.. Renditions(prefix, made)]),
            ["playlistFilePaths"] = new JsonArray(JobEnvelope.Address(prefix + EncodeArguments.Master)),
            ["type"] = "HLS_GROUP",
        });
        if (made.Poster) groups.Add(Files(prefix, [StillArguments.Poster], made.Duration));
        if (made.Storyboard is { } board) groups.Add(Files(prefix, [StoryboardPlan.Index, .. board.SpriteNames], made.Duration));
        return new JsonObject { ["outputGroupDetails"] = groups };
    }

    private static IEnumerable<JsonObject> Renditions(string prefix, MadeOutputs made)
    {
        foreach (var (index, folder) in made.Plan.Folders.Index())
        {
            var output = Output([JobEnvelope.Address($"{prefix}{folder}/index.m3u8")], made.Duration);
            if (made.Plan.Video?.Rungs[index] is { } rung)
                output["videoDetails"] = new JsonObject { ["widthInPx"] = rung.Width, ["heightInPx"] = rung.Height };
            yield return output;
        }
    }

    private static JsonObject Files(string prefix, IReadOnlyList<string> names, double duration) => new()
    {
        ["outputDetails"] = new JsonArray(Output(names.Select(name => JobEnvelope.Address(prefix + name)), duration)),
        ["type"] = "FILE_GROUP",
    };

    private static JsonObject Output(IEnumerable<string> paths, double duration) => new()
    {
        ["outputFilePaths"] = new JsonArray([.. paths.Select(path => JsonValue.Create(path))]),
        ["durationInMs"] = (long)Math.Round(duration * 1000),
    };

    private static JsonObject Phase(JobStage now, JobStage phase, double? percent) => now.CompareTo(phase) switch
    {
        < 0 => State("PENDING", 0),
        0 => State("PROGRESSING", percent),
        > 0 => State("COMPLETE", 100),
    };

    // Segments can be fetched as soon as they are written, so this phase runs beside the one before it.
    private static JsonObject Uploading(JobStage now, double? percent, bool outputsStarted) => outputsStarted
        ? State("PROGRESSING", Math.Max(1, percent ?? 1))
        : State(now == JobStage.Uploading ? "PROGRESSING" : "PENDING", 0);

    private static JsonObject State(string status, double? percent) => new() { ["status"] = status, ["percentComplete"] = Whole(percent) };

    private static JsonValue? Whole(double? percent) => percent is { } number ? JsonValue.Create((int)number) : null;

    private static JsonObject Audio(AudioTrack track) => new()
    {
        ["channels"] = track.Channels,
        ["codec"] = track.Codec.ToUpperInvariant(),
        ["language"] = track.Language.ToUpperInvariant(),
        ["sampleRate"] = track.SampleRate,
        ["streamId"] = track.Index + 1,
    };

    private static JsonObject Video(VideoTrack track) => new()
    {
        ["bitDepth"] = track.PixelFormat.Contains("10", StringComparison.Ordinal) ? 10 : track.PixelFormat.Contains("12", StringComparison.Ordinal) ? 12 : 8,
        ["codec"] = track.Codec switch { "h264" => "H_264", "hevc" => "H_265", "mpeg2video" => "MPEG2", var other => other.ToUpperInvariant() },
        ["colorFormat"] = track.PixelFormat.Contains("422", StringComparison.Ordinal) ? "YUV_422" : track.PixelFormat.Contains("444", StringComparison.Ordinal) ? "YUV_444" : "YUV_420",
        ["fourCC"] = track.FourCc,
        ["frameRate"] = Math.Round(track.AverageRate.Known ? track.AverageRate.Value : track.Rate.Value, 3),
        ["height"] = track.Height,
        ["interlaceMode"] = track.FieldOrder is "tt" or "bb" or "tb" or "bt" ? "INTERLACED" : "PROGRESSIVE",
        ["sar"] = $"{track.SampleAspect.Numerator}:{track.SampleAspect.Denominator}",
        ["standard"] = "UNSPECIFIED",
        ["streamId"] = track.Index + 1,
        ["width"] = track.Width,
    };
}
