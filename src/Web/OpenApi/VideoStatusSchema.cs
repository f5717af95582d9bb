using ContentPages.Videos;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ContentPages.Web.OpenApi;

/// <summary>Leaves out the states that no answer of the API ever shows.</summary>
internal sealed class VideoStatusSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(VideoStatus)) schema.Enum = ["uploading", "processing", "ready", "failed"];
        return Task.CompletedTask;
    }
}
