using ContentPages.Chat;
using ContentPages.Web.Chat;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ContentPages.Web.OpenApi;

/// <summary>Query parameters are read as text, so that a wrong one gets a sentence of ours; here is what they are meant to be.</summary>
internal sealed class ListParameters : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.In is not ParameterLocation.Query) continue;
            parameter.Name = char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];
            (parameter.Schema, parameter.Description) = parameter.Name switch
            {
                "limit" when IsAudit(context) => (Number(1, ChatPageQuery.MaxLimit, ChatPageQuery.DefaultLimit), "How many items at most."),
                "limit" when IsOfRoom(context) => (
                    Number(1, ChatPageQuery.MaxOfTime, ChatPageQuery.DefaultLimit), $"How many items at most; {ChatPageQuery.MaxLimit} without from and until."),
                "limit" when IsChat(context) => (Number(1, ChatPageQuery.MaxOfTime, ChatPageQuery.MaxOfTime), "How many items at most."),
                "before" when IsAudit(context) => (Text(), "next of the page before; left out for the newest."),
                "before" => (Seq(), "next of the page before; left out for the newest."),
                "after" => (Seq(), "With a time: next of the page before; left out for the first."),
                "from" or "until" when IsOfRoom(context) => (
                    new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" }, "Only messages of this time; until is exclusive. Both or neither."),
                "from" => (new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Default = 0 }, "Seconds of the recording."),
                "until" => (new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0" }, "Seconds of the recording, exclusive; left out for its end."),
                "reason" => (Text(ChatAct.LongestReason), "For the audit."),
                "limit" => (Number(1, PageQuery.MaxLimit, PageQuery.DefaultLimit), "How many items at most."),
                "cursor" => (Text(), "nextCursor of the page before; left out for the first."),
                "q" => (Text(PageQuery.MaxSearchLength), "Words to find in the title."),
                "owner" => (OneOf("me"), "me: the caller's own, with any status and visibility."),
                "status" when context.Description.RelativePath?.StartsWith("api/streams", StringComparison.Ordinal) is true => (
                    OneOf("offline", "scheduled", "starting", "live", "reconnecting", "ended"),
                    "live (left out: too, and with the reconnecting ones), scheduled or ended; with owner=me any, or left out for all."),
                "status" => (OneOf("uploading", "processing", "ready", "failed"), "Only those with this status."),
                "preview" => (new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false }, "true: what the encoder sends now, for the owner only."),
                "trackId" => (Text(), "Only those of this track."),
                "albumId" => (Text(), "Only those of this album."),
                _ => (parameter.Schema, parameter.Description),
            };
        }

        return Task.CompletedTask;
    }

    private static string Path(OpenApiOperationTransformerContext context) => context.Description.RelativePath?.TrimEnd('/') ?? "";

    private static bool IsChat(OpenApiOperationTransformerContext context) => Path(context).EndsWith("/chat", StringComparison.Ordinal);

    private static bool IsAudit(OpenApiOperationTransformerContext context) => Path(context).EndsWith("/chat/audit", StringComparison.Ordinal);

    private static bool IsOfRoom(OpenApiOperationTransformerContext context) =>
        IsChat(context) && Path(context).StartsWith("api/streams", StringComparison.Ordinal);

    private static OpenApiSchema Seq() => new() { Type = JsonSchemaType.Integer, Format = "int64" };

    private static OpenApiSchema Text(int? longest = null) => new() { Type = JsonSchemaType.String, MaxLength = longest };

    private static OpenApiSchema Number(int least, int most, int without) =>
        new() { Type = JsonSchemaType.Integer, Minimum = $"{least}", Maximum = $"{most}", Default = without };

    private static OpenApiSchema OneOf(params string[] values) => new() { Type = JsonSchemaType.String, Enum = [.. values] };
}
