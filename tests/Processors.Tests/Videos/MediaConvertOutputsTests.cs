using System.Text.Json.Nodes;
using ContentPages.Processors.Events;
using ContentPages.Processors.Videos;
using ContentPages.Videos;

namespace ContentPages.Processors.Tests.Videos;

public sealed class MediaConvertOutputsTests
{
    private const string Prefix = $"videos/{Sample.VideoId}/2/";

    private static VideoMedia? Read(JsonNode sample) => MediaConvertOutputs.Read(sample.Envelope().Detail);

    [Fact]
    public void Read_OfOurNames_FindsPlaylistPosterAndStoryboard() =>
        Assert.Equal(
            new VideoMedia(Prefix, "master.m3u8", "poster.jpg", "storyboard.vtt", 30.041, 1920, 1080),
            Read(Sample.Complete(Prefix, $"{Prefix}storyboard.jpg", $"{Prefix}poster.jpg", $"{Prefix}storyboard.vtt")));

    [Fact]
    public void Read_OfNamesAsMediaConvertNumbersThem_FindsThePoster() =>
        Assert.Equal("poster.0000000.jpg", Read(Sample.Complete(Prefix, $"{Prefix}poster.0000000.jpg"))!.Poster);

    [Fact]
    public void Read_OfFilesElsewhere_LeavesThemOut()
    {
        var media = Read(Sample.Complete(Prefix, "poster.jpg", $"videos/{Sample.VideoId}/1/poster.jpg", $"{Prefix}x/storyboard.vtt"));
        Assert.Equal((null, "x/storyboard.vtt"), (media!.Poster, media.Storyboard));
    }

    [Fact]
    public void Read_OfSeveralRenditions_TakesTheLargestAndTheLongest()
    {
        var sample = Sample.Complete(Prefix);
        sample["detail"]!["outputGroupDetails"]![0]!["outputDetails"] = JsonNode.Parse("""
            [
              {"durationInMs":1000,"videoDetails":{"widthInPx":640,"heightInPx":360}},
              {"durationInMs":1200,"videoDetails":{"widthInPx":1280,"heightInPx":720}},
              {"durationInMs":900}
            ]
            """);
        Assert.Equal(new VideoMedia(Prefix, "master.m3u8", null, null, 1.2, 1280, 720), Read(sample));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[null,1,\"x\",{}]")]
    [InlineData("""[{"durationInMs":"NaN","videoDetails":{"widthInPx":1e400}}]""")]
    [InlineData("""[{"durationInMs":1e400}]""")]
    public void Read_OfRenditionsThatSayNothing_KnowsNoSize(string renditions)
    {
        var sample = Sample.Complete(Prefix);
        sample["detail"]!["outputGroupDetails"]![0]!["outputDetails"] = JsonNode.Parse(renditions);
        Assert.Equal(new VideoMedia(Prefix, "master.m3u8"), Read(sample));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("""[{"type":"FILE_GROUP"}]""")]
    [InlineData("""[{"type":"HLS_GROUP"}]""")]
    [InlineData("""[{"type":"HLS_GROUP","playlistFilePaths":[]}]""")]
    [InlineData("""[{"type":"HLS_GROUP","playlistFilePaths":[5,null]}]""")]
    [InlineData("""[{"type":"HLS_GROUP","playlistFilePaths":["s3://bucket"]}]""")]
    [InlineData("""[{"type":"HLS_GROUP","playlistFilePaths":["s3://bucket/"]}]""")]
    [InlineData("""[{"type":"HLS_GROUP","playlistFilePaths":["https://bucket/master.m3u8"]}]""")]
    public async Task Complete_WithoutAPlaylist_IsMalformed(string groups)
    {
        var grains = new FakeGrains();
        var sample = Sample.Complete(Prefix).With("outputGroupDetails", groups);

        Assert.Null(Read(sample));
        Assert.Equal(HandlerResult.Malformed, await new MediaConvertJobHandler(grains.Factory).Handle(sample.Envelope(), CancellationToken.None));
        Assert.Empty(grains.Reports);
    }
}
