namespace ContentPages.Streams;

/// <summary>
/// <c>Offline | Scheduled -> Starting -> Live &lt;-> Reconnecting -> Ended -> Starting</c>, any <c>-> Deleted</c> (not while a session is on).
/// </summary>
[GenerateSerializer, Alias("contentpages.StreamStatus")]
public enum StreamStatus
{
    /// <summary>No stream with this id was ever created.</summary>
    None = 0,
    /// <summary>Never live, and no time is planned.</summary>
    Offline = 1,
    /// <summary>A start is planned. It never happens by itself.</summary>
    Scheduled = 2,
    /// <summary>The broadcaster has started; the channel is being armed, or the encoder's signal is waited for.</summary>
    Starting = 3,
    /// <summary>Viewers see it.</summary>
    Live = 4,
    /// <summary>The encoder is lost; the session ends by itself when it does not come back within the grace.</summary>
    Reconnecting = 5,
    /// <summary>The last session is over. It may be started again.</summary>
    Ended = 6,
    /// <summary>Deleted by its owner; what is left of it is being removed or is gone.</summary>
    Deleted = 7,
}
