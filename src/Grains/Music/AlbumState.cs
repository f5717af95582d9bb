using ContentPages.Music;

namespace ContentPages.Grains.Music;

/// <summary>Everything that is stored of an album.</summary>
public sealed record AlbumState : MusicState<AlbumDetails>
{
    public const string Kind = "ALBUM";

    protected override string Partition => Kind;

    protected override string Title => Details.Title;
}
