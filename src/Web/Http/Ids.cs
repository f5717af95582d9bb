using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContentPages.Web.Http;

/// <summary>Entity ids: UUIDv7, lower-case, with dashes; they sort by time.</summary>
internal static class Ids
{
    public static string New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    public static bool IsWellFormed(string? id) =>
        Guid.TryParseExact(id, "D", out var guid) && guid.Version == 7 && !id.AsSpan().ContainsAnyInRange('A', 'F');

    /// <summary>Answers 404 for an <c>{id}</c> in the path that no entity can have.</summary>
    public static RouteGroupBuilder WithWellFormedIds(this RouteGroupBuilder group) => group.AddEndpointFilter(static (context, next) =>
        context.HttpContext.Request.RouteValues.TryGetValue("id", out var id) && !IsWellFormed(id as string)
            ? ValueTask.FromResult<object?>(Problem.NotFound())
            : next(context));
}
