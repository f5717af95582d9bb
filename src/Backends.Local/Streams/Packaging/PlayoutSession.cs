using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <param name="Number">1 for the stream's first session.</param>
/// <param name="Folder">Absolute path of the recording's folder; nothing is written there without <paramref name="Record"/>.</param>
internal sealed record PlayoutSession(int Number, string Folder, bool Record, StreamLatency Latency);
