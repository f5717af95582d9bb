using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>An encoder that is connected and has shown the right key, whichever way it came.</summary>
internal interface IEncoder
{
    /// <summary>Id of its connection.</summary>
    string Id { get; }

    /// <summary><c>rtmp</c> or <c>browser</c>.</summary>
    string Source { get; }

    /// <summary>Completes when it has left, or was dropped. Never fails.</summary>
    Task Gone { get; }

    /// <summary>Whether what it sends can be opened again after ffmpeg has died.</summary>
    bool CanReopen { get; }

    /// <summary>Starts ffmpeg on what it sends. Completes when ffmpeg knows what that is, or has ended.</summary>
    Task<EncoderFeed> Open(CancellationToken cancel);

    /// <summary>Starts ffmpeg for the rendition of 360 lines; null where there can be none.</summary>
    Task<EncoderFeed?> OpenLow(CancellationToken cancel);

    /// <summary>Looks why nothing has come out of it yet; null while that may still be.</summary>
    /// <param name="waited">Since it connected.</param>
    Task<StreamTrouble?> Examine(TimeSpan waited, CancellationToken cancel);

    /// <summary>Why ffmpeg, which said nothing of its own, could not read what it sends.</summary>
    StreamTrouble WhyUnreadable();

    /// <summary>Whether it has changed its picture (its size, say) since it was opened, which ffmpeg passes on unseen.</summary>
    Task<bool> HasChanged(CancellationToken cancel);

    /// <summary>Makes it leave at once.</summary>
    /// <param name="why">What it is told, where its protocol can; null when its stream has simply ended.</param>
    void Drop(StreamTrouble? why);
}
