namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>A connection sends what cannot be played.</summary>
/// <param name="code">Stable: <c>no_video</c>, <c>video_codec</c>, <c>no_keyframe</c>, <c>timestamps</c>, <c>too_much</c> or <c>unreadable</c>.</param>
/// <param name="sentence">For the broadcaster: what is wrong and what to do.</param>
internal sealed class MediaRefusedException(string code, string sentence) : Exception(sentence)
{
    public string Code { get; } = code;
}
