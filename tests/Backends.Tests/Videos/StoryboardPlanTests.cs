using ContentPages.Backends.Local.Videos;

namespace ContentPages.Backends.Tests.Videos;

public sealed class StoryboardPlanTests
{
    [Theory]
    [InlineData(0.04, 2, 1, 1, 1, 1)]
    [InlineData(2, 2, 1, 1, 1, 1)]
    [InlineData(30, 2, 15, 10, 2, 1)]
    [InlineData(200, 2, 100, 10, 10, 1)]
    [InlineData(600, 6, 100, 10, 10, 1)]
    [InlineData(3600, 10, 360, 10, 10, 4)]
    public void A_sprite_holds_at_most_a_hundred_pictures(double duration, int interval, int count, int columns, int rows, int sprites)
    {
        var plan = StoryboardPlan.Of(duration, 640, 360, 2);
        Assert.Equal((interval, count, columns, rows, sprites, 160, 90), (plan.Interval, plan.Count, plan.Columns, plan.Rows, plan.Sprites, plan.Width, plan.Height));
    }

    [Fact]
    public void Portraits_stay_portraits() =>
        Assert.Equal((90, 160), (StoryboardPlan.Of(10, 360, 640, 2).Width, StoryboardPlan.Of(10, 360, 640, 2).Height));

    [Fact]
    public void Cues_point_into_the_sprites()
    {
        var plan = StoryboardPlan.Of(5, 640, 360, 2);
        Assert.Equal(
            "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nstoryboard.jpg#xywh=0,0,160,90\n"
            + "\n00:00:02.000 --> 00:00:04.000\nstoryboard.jpg#xywh=160,0,160,90\n"
            + "\n00:00:04.000 --> 00:00:05.000\nstoryboard.jpg#xywh=320,0,160,90\n",
            plan.WebVtt(5));
        var cues = StoryboardPlan.Of(3600, 640, 360, 2).WebVtt(3600).Split("\n\n");
        Assert.Equal("00:16:40.000 --> 00:16:50.000\nstoryboard-2.jpg#xywh=0,0,160,90", cues[101]);
        Assert.Equal("00:59:50.000 --> 01:00:00.000\nstoryboard-4.jpg#xywh=1440,450,160,90\n", cues[360]);
    }
}
