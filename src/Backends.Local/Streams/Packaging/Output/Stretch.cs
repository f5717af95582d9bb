namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>A time in which the encoder's clock ran evenly: how it lies on the session's timeline.</summary>
/// <param name="Run">The connection.</param>
/// <param name="Epoch">Counts the jumps of its clock.</param>
/// <param name="From">Seconds of its own clock.</param>
/// <param name="Offset">Seconds to add to its clock.</param>
internal sealed record Stretch(object Run, int Epoch, double From, double Offset);
