using ContentPages.Videos;

namespace ContentPages.Chat;

/// <summary>One Orleans stream of <see cref="ChatBatch"/> per room.</summary>
public static class ChatStreams
{
    public const string Provider = VideoStreams.Provider;
    public const string Namespace = "chat";

    public static StreamId Of(string streamId) => StreamId.Create(Namespace, streamId);
}
