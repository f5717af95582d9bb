namespace ContentPages.Grains.Media;

/// <summary>
/// Tells a media server which objects everyone may fetch now, so that it needs to know nothing of videos.
/// Asked for every request of a public address: answers should come from a cache of a few seconds.
/// </summary>
public interface IMediaGate
{
    /// <param name="key">An object-store key, for instance <c>videos/{id}/{attempt}/1080p/0001.m4s</c>.</param>
    ValueTask<bool> IsPublic(string key, CancellationToken cancel);
}
