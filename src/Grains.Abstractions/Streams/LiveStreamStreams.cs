using ContentPages.Videos;

namespace ContentPages.Streams;

/// <summary>One Orleans stream of <see cref="StreamChange"/> per live stream.</summary>
public static class LiveStreamStreams
{
    public const string Provider = VideoStreams.Provider;
    public const string Namespace = "streams";

    public static StreamId Of(string streamId) => StreamId.Create(Namespace, streamId);
}
