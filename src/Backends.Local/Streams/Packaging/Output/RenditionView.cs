namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>What viewers see of a rendition at one moment. Immutable; the next one is published beside it.</summary>
/// <param name="Open">Number of the segment that is being made, or is next.</param>
/// <param name="OpenParts">Parts of it that can be had.</param>
/// <param name="Parts">Whether there are any.</param>
/// <param name="Recent">The segments that are in memory, in order, the open one last.</param>
/// <param name="Delta">The playlist without what a viewer who has an earlier one knows.</param>
/// <param name="Ticks">How often those who wait were woken for nothing.</param>
internal sealed record RenditionView(
    long Open, int OpenParts, bool Parts, bool Ended, MediaSegment[] Recent, InitFile[] Inits, PlaylistDocument Playlist, PlaylistDocument Delta, int Ticks)
{
    private readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when this is no longer the newest.</summary>
    public Task Changed => _changed.Task;

    public (long Segment, int Part) Last => OpenParts > 0 || Find(Open - 1) is not { } whole ? (Open, OpenParts - 1) : (Open - 1, whole.Parts.Length - 1);

    public MediaSegment? Find(long number)
    {
        var index = Recent.Length == 0 ? -1 : number - Recent[0].Number;
        return index >= 0 && index < Recent.Length ? Recent[index] : null;
    }

    /// <summary>Whether the playlist holds a segment, or a part of one. A part behind a segment's last is the first of the next one.</summary>
    public bool Has(long segment, int? part)
    {
        if (Ended) return true;
        if (part is not { } wanted) return segment < Open;
        if (segment >= Open) return segment == Open && wanted < OpenParts;
        return Find(segment) is not { } made || wanted < made.Parts.Length || segment + 1 < Open || OpenParts > 0;
    }

    /// <summary>The same, for others to wait on. (A copy by <c>with</c> would share what has completed already, and who waits would spin.)</summary>
    public RenditionView Woken(int ticks) => new(Open, OpenParts, Parts, Ended, Recent, Inits, Playlist, Delta, ticks);

    public void Supersede() => _changed.TrySetResult();
}
