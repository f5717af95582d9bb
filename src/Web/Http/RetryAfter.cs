using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace ContentPages.Web.Http;

internal static class RetryAfter
{
    /// <summary>The member of problem details that says after how many seconds the same request may work.</summary>
    public const string Member = "retryAfter";

    /// <summary>Says the same in the header, where every client looks for it.</summary>
    public static RouteGroupBuilder WithRetryAfter(this RouteGroupBuilder group) => group.AddEndpointFilter(static async (context, next) =>
    {
        var result = await next(context);
        var answer = result is INestedHttpResult nested ? nested.Result : result;
        if (answer is ProblemHttpResult problem && problem.ProblemDetails.Extensions.TryGetValue(Member, out var seconds) && seconds is int wait)
            context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return result;
    });
}
