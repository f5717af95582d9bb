using ContentPages.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ContentPages.Web.OpenApi;

/// <summary>Adds to problem details what ours carry beyond RFC 9457.</summary>
internal sealed class ProblemSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type != typeof(ProblemDetails) || context.JsonPropertyInfo is not null) return Task.CompletedTask;
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable, for programs." };
        schema.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "With validation_failed: sentences by field.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
        schema.Properties[RetryAfter.Member] = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Description = "Seconds after which the same request may work; left out where time does not mend it.",
        };
        schema.Required = new HashSet<string> { "code", "status", "title" };
        return Task.CompletedTask;
    }
}
