using ContentPages.Web.Streams;

namespace ContentPages.Web.Live;

/// <summary>What the hub needs for streams.</summary>
internal sealed record LiveStreams(StreamLookup Lookup, StreamRecordings Recordings, StreamRelay Relay, Viewers Viewers, LiveMetrics Metrics);
