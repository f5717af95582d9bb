namespace ContentPages.Backends.Local.Videos;

/// <summary>Makes the still that stands for a film or recording, beside the main run.</summary>
internal static class PosterMaker
{
    /// <returns>Whether there is a poster now. That there is none never fails a job.</returns>
    public static async Task<bool> Make(Ffmpeg ffmpeg, string source, MediaProbe probe, LadderPlan plan, OutputFolder folder, CancellationToken cancel)
    {
        foreach (var arguments in Ways(source, probe, plan, ffmpeg.Options))
        {
            await ffmpeg.Run(arguments, folder, TimeSpan.FromSeconds(ffmpeg.Options.ProbeSeconds), onLine: null, cancel);
            if (folder.Has(StillArguments.Poster)) return true;
        }

        return false;
    }

    private static IEnumerable<IReadOnlyList<string>> Ways(string source, MediaProbe probe, LadderPlan plan, TranscoderOptions options)
    {
        if (plan.Video is not null)
        {
            yield return StillArguments.OfFilm(source, probe, plan, options);
            yield return StillArguments.OfFirstFrame(source, probe, plan, options);
        }
        else
        {
            if (plan.Cover is { } cover) yield return StillArguments.OfCover(source, probe, cover, options);
            yield return StillArguments.OfSound(source, probe, plan.Audio!, options);
        }
    }
}
