using System.Globalization;
using ContentPages.Backends.Local.Videos;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Films;

/// <summary>One ffmpeg with the very arguments and the priority that the transcoder would give it for this film, and nothing around it.</summary>
internal sealed class BareTranscode(IReadOnlyList<string> command, IReadOnlyList<string> folders)
{
    public static async Task<BareTranscode> Of(string film, CancellationToken cancel)
    {
        using var ffmpeg = new Ffmpeg(new TranscoderOptions(), TimeProvider.System);
        if (!ffmpeg.Installed) throw new BenchException("ffmpeg is missing.");
        var probe = await ffmpeg.Prober.Probe(film, Places.Clips, cancel);
        var plan = LadderPlanner.Plan(probe, ffmpeg.Options);
        // As nice as in the program, or whatever else runs on the machine would favour one side.
        string[] nice = ["-n", ffmpeg.Options.Niceness.ToString(CultureInfo.InvariantCulture), ffmpeg.Tools.Ffmpeg!];
        return new BareTranscode([.. nice, .. EncodeArguments.Of(plan, film, probe, ffmpeg.Options)], plan.Folders);
    }

    public async Task<ToolRun> Run(string folder, CancellationToken cancel)
    {
        foreach (var name in folders) Directory.CreateDirectory(Path.Combine(folder, name));
        var run = await Tool.Run("nice", command, cancel, folder);
        Directory.Delete(folder, recursive: true);
        return run;
    }
}
