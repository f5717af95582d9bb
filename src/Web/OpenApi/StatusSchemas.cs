using ContentPages.Streams;
using ContentPages.Videos;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ContentPages.Web.OpenApi;

/// <summary>Leaves out the states that no answer of the API ever shows.</summary>
internal sealed class StatusSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(VideoStatus)) schema.Enum = ["uploading", "processing", "ready", "failed"];
        if (context.JsonTypeInfo.Type == typeof(StreamStatus)) schema.Enum = ["offline", "scheduled", "starting", "live", "reconnecting", "ended"];
        return Task.CompletedTask;
    }
}
