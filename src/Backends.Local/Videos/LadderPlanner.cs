namespace ContentPages.Backends.Local.Videos;

/// <summary>Decides what is made of a file. Pure.</summary>
internal static class LadderPlanner
{
    // Differences between picture and sound that a player bridges by itself.
    private const double Bridged = 0.2;

    private static readonly string[] RgbFormats = ["rgb", "bgr", "gbr", "argb", "abgr", "0rgb", "0bgr"];

    /// <exception cref="JobFailedException">Nothing can be made of it.</exception>
    public static LadderPlan Plan(MediaProbe probe, TranscoderOptions limits)
    {
        var video = Choose(probe.Videos, track => track.IsDefault, track => (long)track.Width * track.Height);
        var heard = probe.Audios.Where(track => track.Codec.Length > 0 && track.Channels > 0 && track.SampleRate > 0).ToList();
        var audio = Choose(heard, track => track.IsDefault, track => -track.Index);
        if (video is null && audio is null)
        {
            throw probe.Videos.Count + probe.Audios.Count > 0
                ? new JobFailedException(JobFailure.Unsupported, "The codec is not known.")
                : new JobFailedException(JobFailure.NothingToPlay, "There is neither picture nor sound.");
        }

        if (probe.Duration > limits.MaximumHours * 3600)
            throw new JobFailedException(JobFailure.Unsupported, $"The film is longer than {limits.MaximumHours} hours.");

        return new LadderPlan(
            video is null ? null : Plan(video, audio, probe.Duration, limits),
            audio is null ? null : Plan(audio, video, probe.Duration),
            video is null ? probe.Covers.FirstOrDefault(cover => cover.Width > 0)?.Index : null,
            probe.Duration,
            Warnings(probe, video, heard.Count));
    }

    private static VideoPlan Plan(VideoTrack video, AudioTrack? audio, double? length, TranscoderOptions limits)
    {
        if (video.Codec.Length == 0 || video.Width <= 0 || video.Height <= 0)
            throw new JobFailedException(JobFailure.Unsupported, "The picture's codec is not known.");
        if ((long)video.Width * video.Height > limits.MaximumPixels)
            throw new JobFailedException(JobFailure.Unsupported, $"A frame of {video.Width}x{video.Height} is too large.");

        var rate = FrameRatePlan.Of(video);
        var toneMapping = video.Transfer switch
        {
            "smpte2084" => ToneMapping.PerceptualQuantizer,
            "arib-std-b67" => ToneMapping.HybridLogGamma,
            _ => ToneMapping.None,
        };
        return new VideoPlan(
            video.Index,
            RungPlan.Of(video, rate),
            rate,
            video.FieldOrder is "tt" or "bb" or "tb" or "bt",
            toneMapping,
            IsRgb(video),
            audio is null ? 0 : Lacking(video.Duration, audio.Duration, length));
    }

    private static AudioPlan Plan(AudioTrack audio, VideoTrack? video, double? length) => new(
        audio.Index,
        audio.Channels,
        audio.SampleRate % 11_025 == 0 ? 44_100 : 48_000,
        video is not null && Lacking(audio.Duration, video.Duration, length) > 0 ? video.Duration ?? length : null);

    // A player stalls where one of two tracks has ended in the middle of a film.
    private static double Lacking(double? own, double? other, double? length)
    {
        if (own is not { } shorter || (other ?? length) is not { } longer) return 0;
        return longer - shorter > Bridged ? longer - shorter : 0;
    }

    private static bool IsRgb(VideoTrack video) =>
        video.Matrix == "gbr"
        || video.PixelFormat is "pal8"
        || RgbFormats.Any(video.PixelFormat.StartsWith);

    private static T? Choose<T>(IReadOnlyList<T> tracks, Func<T, bool> preferred, Func<T, long> rank)
        where T : class => tracks.OrderByDescending(preferred).ThenByDescending(rank).FirstOrDefault();

    private static List<string> Warnings(MediaProbe probe, VideoTrack? video, int heard)
    {
        var warnings = new List<string>();
        if (probe.Videos.Count > 1) warnings.Add($"Of {probe.Videos.Count} video tracks, one is used.");
        if (heard > 1) warnings.Add($"Of {heard} audio tracks, one is used.");
        if (video is not null && heard < probe.Audios.Count) warnings.Add("An audio track with an unknown codec is left out.");
        return warnings;
    }
}
