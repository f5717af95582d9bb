using System.Text;
using ContentPages.Streams;
using ContentPages.Web.Streams;

namespace ContentPages.Web.Tests.Streams;

public sealed class StreamCalendarTests
{
    private const string Url = "https://example.com/streams/019b0000-0000-7000-8000-0000000000aa";

    [Fact]
    public void Write_OfAPlannedStream_IsOneEventWithAReminder()
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ContentPages//Streams//EN", "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT", "UID:019b0000-0000-7000-8000-0000000000aa", "DTSTAMP:20261122T101500Z", "LAST-MODIFIED:20261122T101500Z", "SEQUENCE:900",
            "DTSTART:20261224T190000Z", "SUMMARY:Première: songs\\, stories\\; and \\\\ more", "DESCRIPTION:One\\nTwo\\nThree", $"URL:{Url}",
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT10M", "DESCRIPTION:Première: songs\\, stories\\; and \\\\ more", "END:VALARM",
            "END:VEVENT", "END:VCALENDAR", "",
        ];
        Assert.Equal(
            string.Join("\r\n", lines), StreamCalendar.Write(Planned("Première: songs, stories; and \\ more", "One\r\nTwo\nThree"), Url));
    }

    [Fact]
    public void Write_OfLongText_FoldsLinesBetweenCharacters()
    {
        var title = string.Concat(Enumerable.Repeat("🎸é", 40));

        var text = StreamCalendar.Write(Planned(title, new string('x', 500)), Url);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"\r\nSUMMARY:{title}\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        // A guitar has four bytes and an é two: the eight of the name, eleven of both and no half of the next.
        Assert.Contains($"\r\nSUMMARY:{title[..(11 * 3)]}\r\n 🎸", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithoutADescription_HasNone() =>
        Assert.Equal(1, StreamCalendar.Write(Planned("Title", ""), Url).Split("DESCRIPTION:").Length - 1);

    private static LiveStreamSnapshot Planned(string title, string description) => new(
        "019b0000-0000-7000-8000-0000000000aa", "1", "owner", "Ann", StreamStatus.Scheduled, StreamSignal.None,
        new StreamDetails(title, description, Visibility.Public, new DateTimeOffset(2026, 12, 24, 20, 0, 0, TimeSpan.FromHours(1))),
        new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 22, 10, 15, 0, TimeSpan.Zero),
        null, null, null, null, 0, null);
}
