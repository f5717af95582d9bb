using ContentPages.Backends.Local.Streams.Packaging;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>What all channels share.</summary>
/// <param name="Publish">Takes events; false when one was dropped.</param>
/// <param name="PathOf">The folder of an object prefix.</param>
internal sealed record ChannelParts(
    ChannelStore Store, LivePlayouts Playouts, Func<ReadOnlyMemory<byte>, bool> Publish, Func<string, string> PathOf,
    IngestOptions Options, TimeProvider Time, ILogger<LocalChannels> Log);
