using ContentPages.Backends.Local.Videos;

namespace ContentPages.Backends.Tests.Videos;

public sealed class EncodeArgumentsTests
{
    private static readonly Rung Hd = new("720p", 1280, 720, 3000);
    private static readonly Rung Low = new("360p", 640, 360, 1000);
    private static readonly VideoPlan Film = new(0, [Hd, Low], new(25, 1), Deinterlace: false, ToneMapping.None, FromRgb: false, HoldLastFrame: 0);
    private static readonly AudioPlan Sound = new(1, 2, 48_000, null);

    [Fact]
    public void One_run_makes_every_rung()
    {
        var probe = new MediaProbe("mov,mp4,m4a,3gp,3g2,mj2", 100, 10, [], [], []);
        var arguments = EncodeArguments.Of(new LadderPlan(Film, Sound, null, 10, []), "/data/source", probe, new TranscoderOptions());
        Assert.Equal(
            "-hide_banner -nostdin -nostats -v level+warning -stats_period 0.25 -progress pipe:1 -y "
            + $"-protocol_whitelist file,pipe -format_whitelist {SourceArguments.Containers} -max_pixels 67108864 "
            + "-enable_drefs 0 -use_absolute_path 0 -reinit_filter 0 -i file:/data/source "
            + "-filter_complex [0:0]fps=25:start_time=0,scale=1280:720:flags=bicubic:out_range=tv,setsar=1,format=yuv420p,split=2[v0][d0];"
            + "[d0]scale=640:360:flags=bicubic[v1];"
            + "[0:1]aresample=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,asplit=2[a0][a1] "
            + "-map [v0] -map [v1] -c:v libx264 -preset veryfast -profile:v high -crf 23 -fps_mode passthrough -sc_threshold 0 "
            + "-g 100 -force_key_frames expr:gte(t,n_forced*2) -maxrate:v:0 3000k -bufsize:v:0 6000k -maxrate:v:1 1000k -bufsize:v:1 2000k "
            + "-map [a0] -map [a1] -c:a aac -b:a:0 192k -b:a:1 128k -map_metadata -1 -map_chapters -1 -t 43201 "
            + "-f hls -hls_time 2 -hls_playlist_type event -hls_list_size 0 -start_number 1 -hls_segment_type fmp4 "
            + "-hls_flags independent_segments+temp_file -hls_fmp4_init_filename init.mp4 -hls_segment_filename %v/%05d.m4s "
            + "-master_pl_name master.m3u8 -var_stream_map v:0,a:0,name:720p v:1,a:1,name:360p %v/index.m3u8",
            string.Join(' ', arguments));
    }

    [Fact]
    public void Only_containers_of_films_and_recordings_are_opened()
    {
        var containers = SourceArguments.Containers.Split(',');
        foreach (var danger in new[] { "hls", "dash", "concat", "image2", "png_pipe", "svg_pipe", "sdp", "rtsp", "imf", "srt", "webvtt", "ffmetadata", "lavfi", "tty", "data" })
            Assert.DoesNotContain(danger, containers);
    }

    [Theory]
    [InlineData(nameof(ToneMapping.PerceptualQuantizer), "tin=smpte2084")]
    [InlineData(nameof(ToneMapping.HybridLogGamma), "tin=arib-std-b67")]
    public void High_dynamic_range_is_mapped(string kind, string expected)
    {
        var mapping = Enum.Parse<ToneMapping>(kind);
        var graph = FilterGraph.Of(new LadderPlan(Film with { ToneMapping = mapping }, null, null, 10, []));
        Assert.Contains(expected, graph, StringComparison.Ordinal);
        Assert.Contains("tonemap=hable:desat=0,zscale=t=709:m=709:r=tv,setsar=1,format=yuv420p", graph, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_plan_asks_for_is_in_the_graph()
    {
        var plan = new LadderPlan(
            Film with { Rungs = [Low], Deinterlace = true, HoldLastFrame = 1.5 }, Sound with { Channels = 16, PadTo = 12.25 }, null, 10, []);
        Assert.Equal(
            "[0:0]yadif=deint=interlaced,fps=25:start_time=0,scale=640:360:flags=bicubic:out_range=tv,setsar=1,format=yuv420p,"
            + "tpad=stop_mode=clone:stop_duration=1.5[v0];"
            + "[0:1]pan=stereo|c0=c0|c1=c1,aresample=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,apad=whole_dur=12.25,asplit=1[a0]",
            FilterGraph.Of(plan));
    }
}
