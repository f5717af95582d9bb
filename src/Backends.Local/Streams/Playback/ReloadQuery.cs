namespace ContentPages.Backends.Local.Streams.Playback;

/// <summary>The delivery directives of a playlist request.</summary>
/// <param name="Segment">The media sequence number that is waited for; null not to wait.</param>
/// <param name="Part">The part of it; null for the whole segment.</param>
internal readonly record struct ReloadQuery(long? Segment, int? Part, bool Skip, bool Bad)
{
    public static ReloadQuery Parse(ReadOnlySpan<char> query)
    {
        if (query.Length < 2) return default;
        long? segment = null;
        int? part = null;
        var (skip, bad) = (false, false);
        query = query[1..];
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=');
            if (equals < 0) continue;
            var value = pair[(equals + 1)..];
            switch (pair[..equals])
            {
                case "_HLS_msn":
                    segment = PlaybackName.Digits(value);
                    bad |= segment < 0;
                    break;
                case "_HLS_part":
                    var number = PlaybackName.Digits(value);
                    bad |= number is < 0 or > int.MaxValue;
                    part = (int)number;
                    break;
                case "_HLS_skip":
                    skip = value is "YES" or "v2";
                    break;
            }
        }

        return new ReloadQuery(segment, part, skip, bad || (part is not null && segment is null));
    }
}
