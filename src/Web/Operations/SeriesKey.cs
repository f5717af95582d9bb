using System.Diagnostics.Metrics;

namespace ContentPages.Web.Operations;

/// <summary>An instrument and the values of its tags. An instrument gives its tags in one order.</summary>
internal readonly record struct SeriesKey(
    Instrument Instrument, object? First, object? Second, object? Third, object? Fourth, object? Fifth, object? Sixth, string Rest)
{
    public static SeriesKey Of(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => new(
        instrument,
        ValueAt(tags, 0),
        ValueAt(tags, 1),
        ValueAt(tags, 2),
        ValueAt(tags, 3),
        ValueAt(tags, 4),
        ValueAt(tags, 5),
        tags.Length <= 6 ? "" : string.Join('\n', tags[6..].ToArray().Select(tag => tag.Value)));

    private static object? ValueAt(ReadOnlySpan<KeyValuePair<string, object?>> tags, int index) => index < tags.Length ? tags[index].Value : null;
}
