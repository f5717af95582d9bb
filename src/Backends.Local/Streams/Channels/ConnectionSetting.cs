using ContentPages.Backends.Local.Streams.Packaging;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>What a connection needs of its channel.</summary>
/// <param name="OnPlayable">Called when it can be played for the first time.</param>
internal sealed record ConnectionSetting(
    string StreamId, LivePlayout Playout, ChannelEvents Events, IngestOptions Options, TimeProvider Time, ILogger Log,
    Func<string, CancellationToken, Task> OnPlayable);
