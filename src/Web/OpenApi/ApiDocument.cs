using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace ContentPages.Web.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, made from the endpoints' types.</summary>
internal static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", static options =>
    {
        options.ShouldInclude = static description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "ContentPages", Version = "v1", Description = Description };
            // The document is the same wherever it is served.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<ListParameters>();
        options.AddSchemaTransformer<ProblemSchema>();
        options.AddSchemaTransformer<StatusSchemas>();
    });

    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json");

    private const string Description =
        "Videos, live streams and music of ContentPages. Times are RFC 3339 in UTC, durations are seconds, ids are opaque. Errors are problem details with a "
        + "stable code. A browser signs in with a cookie, a program with a bearer token. Unknown fields are refused.";
}
