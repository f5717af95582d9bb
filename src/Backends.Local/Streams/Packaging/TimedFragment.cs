using ContentPages.Backends.Local.Streams.Packaging.Boxes;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>A fragment as it came from an encoder.</summary>
/// <param name="Run">The connection.</param>
/// <param name="Epoch">Counts the jumps of its clock, and its heads.</param>
/// <param name="At">When it had arrived whole.</param>
internal sealed record TimedFragment(Mp4Fragment Fragment, Mp4Init Init, PackagingRun Run, int Epoch, DateTimeOffset At);
