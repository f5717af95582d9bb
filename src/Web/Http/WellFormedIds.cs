using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContentPages.Web.Http;

internal static class WellFormedIds
{
    /// <summary>Answers 404 for an <c>{id}</c> in the path that no entity can have.</summary>
    public static RouteGroupBuilder WithWellFormedIds(this RouteGroupBuilder group) => group.AddEndpointFilter(static (context, next) =>
        context.HttpContext.Request.RouteValues.TryGetValue("id", out var id) && !EntityId.IsValid(id as string)
            ? ValueTask.FromResult<object?>(Problem.NotFound())
            : next(context));
}
