using System.Globalization;
using System.Security.Claims;
using System.Text;
using ContentPages.Streams;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Streams;

/// <summary>A planned start as an iCalendar file (RFC 5545).</summary>
internal static class StreamCalendar
{
    private const int MaxLineBytes = 75;

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal user, HttpRequest request, StreamLookup streams, CancellationToken cancel)
    {
        if (await streams.Find(id, user, cancel) is not { Details.ScheduledFor: not null } stream) return Problem.NotFound();
        return TypedResults.File(
            Encoding.UTF8.GetBytes(Write(stream, $"{request.Scheme}://{request.Host}/streams/{stream.Id}")), "text/calendar; charset=utf-8", $"{stream.Id}.ics");
    }

    /// <param name="url">Of the stream's page.</param>
    public static string Write(LiveStreamSnapshot stream, string url)
    {
        var details = stream.Details;
        var calendar = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//ContentPages//Streams//EN");
        Line("CALSCALE:GREGORIAN");
        Line("BEGIN:VEVENT");
        Line($"UID:{stream.Id}");
        Line($"DTSTAMP:{Time(stream.UpdatedAt)}");
        Line($"LAST-MODIFIED:{Time(stream.UpdatedAt)}");
        // Grows with every edit and stays within the 31 bits that calendars read.
        Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Math.Max(0, (long)(stream.UpdatedAt - stream.CreatedAt).TotalSeconds)}"));
        Line($"DTSTART:{Time(details.ScheduledFor!.Value)}");
        Line($"SUMMARY:{Escape(details.Title)}");
        if (details.Description.Length > 0) Line($"DESCRIPTION:{Escape(details.Description)}");
        Line($"URL:{url}");
        Line("BEGIN:VALARM");
        Line("ACTION:DISPLAY");
        Line("TRIGGER:-PT10M");
        Line($"DESCRIPTION:{Escape(details.Title)}");
        Line("END:VALARM");
        Line("END:VEVENT");
        Line("END:VCALENDAR");
        return calendar.ToString();

        void Line(string content) => Fold(calendar, content);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>Lines have at most 75 bytes and are broken between characters; what goes on begins with a space.</summary>
    private static void Fold(StringBuilder calendar, string content)
    {
        var bytes = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MaxLineBytes)
            {
                calendar.Append("\r\n ");
                bytes = 1;
            }

            calendar.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }
}
