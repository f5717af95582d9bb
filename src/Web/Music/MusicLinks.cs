using ContentPages.Music;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Music;

/// <summary>Whether what somebody links to is their own.</summary>
internal sealed class MusicLinks(IMusicReader music)
{
    /// <returns>Null when both links, where given, are to the owner's own music.</returns>
    public async Task<ProblemHttpResult?> Check(string? trackId, string? albumId, string ownerId, CancellationToken cancel)
    {
        if (trackId is not null && !(EntityId.IsValid(trackId) && (await music.GetTrack(trackId, cancel))?.OwnerId == ownerId))
            return Problem.Of(StatusCodes.Status400BadRequest, "unknown_track", "You have no such track.");
        if (albumId is not null && !(EntityId.IsValid(albumId) && (await music.GetAlbum(albumId, cancel))?.OwnerId == ownerId))
            return Problem.Of(StatusCodes.Status400BadRequest, "unknown_album", "You have no such album.");
        return null;
    }
}
