using System.Text.Json;
using ContentPages.Catalog;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Http;

/// <summary>Turns exceptions into problem details. What nobody expects is logged with the trace id that the answer carries, and nothing else leaks.</summary>
internal sealed partial class FailureHandler(ILogger<FailureHandler> log) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        var problem = Explain(exception) ?? Unexpected(context, exception);
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "2";
        await problem.ExecuteAsync(context);
        return true;
    }

    private static ProblemHttpResult? Explain(Exception exception) => exception switch
    {
        InvalidCursorException => Problem.Of(StatusCodes.Status400BadRequest, "invalid_cursor", "The cursor does not belong to this list."),
        BadHttpRequestException { InnerException: JsonException json } => InvalidBody(json),
        BadHttpRequestException bad => Problem.Of(bad.StatusCode),
        TimeoutException => Problem.Of(StatusCodes.Status503ServiceUnavailable),
        _ => null,
    };

    // The message of a JsonException names types of this program; its path names only what the caller sent.
    private static ProblemHttpResult InvalidBody(JsonException json) => Problem.Of(
        StatusCodes.Status400BadRequest,
        "invalid_body",
        json.Path is { Length: > 1 and < 200 } path
            ? $"The value at {path} is of the wrong type, or this address does not know it."
            : "The body is not the JSON that this address takes: a field is missing, unknown or of the wrong type.");

    private ProblemHttpResult Unexpected(HttpContext context, Exception exception)
    {
        LogUnexpected(exception, context.Request.Method, context.Request.Path, context.TraceIdentifier);
        var problem = Problem.Of(StatusCodes.Status500InternalServerError);
        problem.ProblemDetails.Extensions["traceId"] = context.TraceIdentifier;
        return problem;
    }
}
