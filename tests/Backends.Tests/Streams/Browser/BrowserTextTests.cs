using ContentPages.Backends.Local;
using ContentPages.Backends.Local.Media;
using ContentPages.Backends.Local.Streams.Browser;
using ContentPages.Backends.Local.Streams.Channels;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Backends.Tests.Streams.Browser;

public sealed class BrowserTextTests : IDisposable
{
    private const string Id = "0197c1f0-0000-7000-8000-0123456789ab";

    private readonly TempDirectory _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly BrowserTickets _tickets;

    public BrowserTextTests() => _tickets = new BrowserTickets(
        new SigningKey(new ObjectFolder(new LocalOptions { DataDirectory = _folder.Path })), Options.Create(new IngestOptions()), _clock);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("video/webm;codecs=h264,opus", "matroska", true)]
    [InlineData("video/webm; codecs=\"avc1.42E01F,opus\"", "matroska", true)]
    [InlineData("video/mp4;codecs=avc1.42E01F,mp4a.40.2", "mov", true)]
    [InlineData("video/webm;codecs=vp8,opus", "matroska", false)]
    [InlineData("video/x-matroska;codecs=avc1", "matroska", true)]
    [InlineData("VIDEO/WEBM", "matroska", false)]
    public void Types_of_recorders_are_understood(string type, string demuxer, bool h264) =>
        Assert.Equal(new BrowserMedia(demuxer, h264), BrowserMedia.OfType(type));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("audio/webm;codecs=opus")]
    [InlineData("application/vnd.apple.mpegurl")]
    public void Other_types_are_not_taken(string? type) => Assert.Null(BrowserMedia.OfType(type));

    [Fact]
    public void Containers_are_known_by_their_first_bytes()
    {
        Assert.Equal(new BrowserMedia("matroska", false), BrowserMedia.OfBytes([0x1A, 0x45, 0xDF, 0xA3, 1, 2]));
        Assert.Equal(new BrowserMedia("mov", false), BrowserMedia.OfBytes([0, 0, 0, 28, .. "ftypiso5"u8]));
        Assert.Null(BrowserMedia.OfBytes("#EXTM3U\n"u8));
        Assert.Null(BrowserMedia.OfBytes([]));
    }

    [Fact]
    public void Ffmpeg_reads_nothing_but_its_input_with_the_demuxer_that_we_name()
    {
        var arguments = string.Join(' ', BrowserArguments.Of(new BrowserMedia("matroska", true), copy: true));

        Assert.Contains("-protocol_whitelist pipe ", arguments, StringComparison.Ordinal);
        Assert.Contains("-f matroska -i pipe:0", arguments, StringComparison.Ordinal);
        Assert.Contains("-c:v copy", arguments, StringComparison.Ordinal);
        Assert.Contains("-c:v libx264", string.Join(' ', BrowserArguments.Of(new BrowserMedia("mov", true), copy: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_is_good_for_its_stream_and_key_for_twelve_hours()
    {
        var (url, expires) = _tickets.For(Id, "secret");
        var token = url[(url.IndexOf('=', StringComparison.Ordinal) + 1)..];

        Assert.StartsWith($"/ingest/browser/{Id}?token=", url, StringComparison.Ordinal);
        Assert.Equal(_clock.GetUtcNow().AddHours(12), expires);
        Assert.Equal(TicketVerdict.Valid, _tickets.Verify(token, Id, "secret"));
        Assert.Equal(TicketVerdict.SignatureInvalid, _tickets.Verify(token, Id, "rotated"));
        Assert.Equal(TicketVerdict.SignatureInvalid, _tickets.Verify(token, "0197c1f0-0000-7000-8000-0123456789ff", "secret"));
        Assert.Equal(TicketVerdict.SignatureInvalid, _tickets.Verify("9" + token, Id, "secret"));
        Assert.Equal(TicketVerdict.SignatureInvalid, _tickets.Verify(null, Id, "secret"));

        _clock.Advance(TimeSpan.FromHours(12));

        Assert.Equal(TicketVerdict.Expired, _tickets.Verify(token, Id, "secret"));
    }

    [Theory]
    [InlineData("{\"mimeType\":\"video/webm\"}", "video/webm")]
    [InlineData("{}", null)]
    [InlineData("not json", null)]
    [InlineData("{\"mimeType\":5}", null)]
    public void The_hello_of_a_browser_is_read(string text, string? type) =>
        Assert.Equal(type, BrowserMessage.MimeTypeOf(System.Text.Encoding.UTF8.GetBytes(text)));
}
