using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class StreamTroublesTests
{
    private static readonly DateTimeOffset T0 = GivenStream.T0;

    [Theory]
    [InlineData("Ingest Bitrate", 8_500_000, 500_000, "bits per second", "limit_bitrate", "Your encoder sends 9 Mbit/s, but at most 8.5 Mbit/s are taken. Lower its bitrate.")]
    [InlineData("Ingest Bitrate", 8_500, 500, "kbps", "limit_bitrate", "Your encoder sends 9 Mbit/s, but at most 8.5 Mbit/s are taken. Lower its bitrate.")]
    [InlineData("Ingest Resolution", 2_073_600, 1, "pixels", "limit_resolution", "Your encoder sends a larger picture than is taken. Set it to 1920x1080 or less.")]
    [InlineData("Concurrent Broadcasts", 10, 1, "streams", "limit_broadcasts", "Too many streams are on the air here at the moment. Try again later.")]
    [InlineData("Concurrent Viewers", 10, 11, "viewers", "limit_viewers", "So many watch at the moment that new viewers are turned away.")]
    [InlineData("Something New", 1, 1, "x", "limit", "A limit of the provider was exceeded: Something New.")]
    public void Of_EachLimit_IsASentence(string limit, double value, double exceededBy, string unit, string code, string message) =>
        Assert.Equal(new StreamTrouble(code, message, T0), StreamTroubles.Of(new LimitReport(T0, limit, value, exceededBy, unit)));
}
