using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Http;

/// <summary>Which page of a list.</summary>
internal static class PageQuery
{
    public const int DefaultLimit = 24;
    public const int MaxLimit = 100;

    /// <summary>How long a search text may be, so that no caller can make the search expensive.</summary>
    public const int MaxSearchLength = 200;

    private const int MaxCursorLength = 1024;

    /// <returns>Null for everyone's or the caller's own.</returns>
    public static ProblemHttpResult? CheckOwner(string? owner) =>
        owner is null or "me" ? null : Problem.Of(StatusCodes.Status400BadRequest, "invalid_owner", "owner must be left out or be me.");

    /// <param name="size">The limit, or what it was when there is none.</param>
    /// <returns>Null when so many can be asked for.</returns>
    public static ProblemHttpResult? CheckLimit(string? limit, int most, ref int size)
    {
        if (limit is null) return null;
        if (int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked >= 1 && asked <= most)
        {
            size = asked;
            return null;
        }

        return Problem.Of(StatusCodes.Status400BadRequest, "invalid_limit", $"limit must be a number from 1 to {most}.");
    }

    /// <returns>Null when the page is one that can be asked for.</returns>
    public static ProblemHttpResult? Check(string? limit, string? cursor, string? search, out int size)
    {
        size = DefaultLimit;
        if (CheckLimit(limit, MaxLimit, ref size) is { } problem) return problem;
        if (cursor is { Length: > MaxCursorLength or 0 })
            return Problem.Of(StatusCodes.Status400BadRequest, "invalid_cursor", "The cursor does not belong to this list.");
        if (search is { Length: > MaxSearchLength })
            return Problem.Of(StatusCodes.Status400BadRequest, "invalid_search", $"q must have at most {MaxSearchLength} characters.");
        return null;
    }
}
