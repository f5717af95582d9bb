using System.Text.Json;

namespace ContentPages.Backends.Local.Videos;

/// <summary>Looks into an uploaded file. Reads its head, never all of it.</summary>
internal sealed class SourceProber(FfmpegProcess processes, FfmpegTools tools, TranscoderOptions options)
{
    // Below this ffprobe guesses from a few bytes that also occur by chance.
    private const int SureEnough = 26;

    // Only what is read: the tags of a file can be as large as the file.
    private const string Wanted =
        "format=format_name,probe_score,duration:stream=index,codec_type,codec_name,codec_tag_string,width,height,sample_aspect_ratio,"
        + "r_frame_rate,avg_frame_rate,pix_fmt,field_order,color_transfer,color_space,channels,sample_rate,duration"
        + ":stream_disposition=default,attached_pic:stream_tags=language,DURATION:stream_side_data=rotation";

    /// <exception cref="JobFailedException">It is no film or recording, or cannot be read.</exception>
    public async Task<MediaProbe> Probe(string path, string workingDirectory, CancellationToken cancel)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            throw new JobFailedException(JobFailure.FileAccess, "The file is empty.");

        IReadOnlyList<string> arguments =
        [
            "-hide_banner", "-v", "error", .. SourceArguments.Guards(options), "-print_format", "json", "-show_entries", Wanted, "-i", "file:" + path,
        ];
        var limit = TimeSpan.FromSeconds(options.ProbeSeconds);
        var result = await processes.Run(new ChildRun(tools.Ffprobe!, arguments, workingDirectory, limit), cancel);
        if (result.TimedOut) throw new JobFailedException(JobFailure.Damaged, "Looking into the file took too long.");
        if (result.ExitCode != 0) throw new JobFailedException(FailureReader.OfProbe(result));
        try
        {
            var probe = ProbeParser.Parse(result.Output);
            if (probe.Score < SureEnough)
                throw new JobFailedException(JobFailure.FileAccess, "The file is neither a film nor a recording.");
            return probe;
        }
        catch (JsonException failure)
        {
            throw new JobFailedException(new JobFailure(JobFailure.Unknown, "ffprobe's answer could not be read."), failure);
        }
    }
}
