using System.Security.Claims;
using ContentPages.Music;
using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ContentPages.Web.Music;

/// <summary>Which tracks or albums to list.</summary>
internal readonly record struct MusicListParameters(
    [FromQuery] string? Owner, [FromQuery] string? Q, [FromQuery] string? Limit, [FromQuery] string? Cursor)
{
    /// <returns>Null when the list is one that can be asked for.</returns>
    public ProblemHttpResult? Check(ClaimsPrincipal user, out MusicListQuery query)
    {
        query = new MusicListQuery();
        if (PageQuery.CheckOwner(Owner) is { } owner) return owner;
        if (PageQuery.Check(Limit, Cursor, Q, out var size) is { } problem) return problem;
        if (Owner is not null && user.AccountId() is null) return Problem.Of(StatusCodes.Status401Unauthorized);
        query = new MusicListQuery(Owner is null ? null : user.AccountId(), string.IsNullOrWhiteSpace(Q) ? null : Q, size, Cursor);
        return null;
    }
}
