using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Http;

/// <summary>RFC 9457 answers. Each has a <c>code</c> that is part of the public contract.</summary>
internal static class Problem
{
    public static ProblemHttpResult Of(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    public static ProblemHttpResult Of(Rejection rejection)
    {
        var problem = Of(StatusOf(rejection.Kind), rejection.Code, rejection.Message);
        if (rejection.RetryAfter is { } seconds) problem.ProblemDetails.Extensions[RetryAfter.Member] = seconds;
        return problem;
    }

    /// <summary>The same for what is not there and for what the caller may not see, so that neither can be told from the other.</summary>
    public static ProblemHttpResult NotFound() => Of(StatusCodes.Status404NotFound);

    /// <summary>A refused body: one list of sentences for each field, by its name in JSON.</summary>
    public static ProblemHttpResult Invalid(FieldErrors errors) => TypedResults.Problem(
        "Some of the values cannot be accepted.",
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?> { ["code"] = "validation_failed", ["errors"] = errors.ByField });

    /// <summary>For an answer that has nothing but its status.</summary>
    public static ProblemHttpResult Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Of(status, "invalid_request", "The request cannot be understood."),
        StatusCodes.Status401Unauthorized => Of(status, "sign_in_required", "Sign in first."),
        StatusCodes.Status403Forbidden => Of(status, "forbidden", "This account is not allowed to do this."),
        StatusCodes.Status404NotFound => Of(status, "not_found", "This is not here, or not for you to see."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "method_not_allowed", "This address does not take that method."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "body_too_large", "The request is larger than this address takes."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "unsupported_media_type", "Send JSON, with Content-Type: application/json."),
        StatusCodes.Status429TooManyRequests => Of(status, "rate_limited", "That was a little too fast. Wait a moment and try again."),
        StatusCodes.Status503ServiceUnavailable => Of(status, "unavailable", "The server cannot do this right now. Try again in a moment."),
        >= 500 => Of(status, "internal_error", "The server could not do this. Try again in a moment."),
        _ => Of(status, $"http_{status}", "The request was refused."),
    };

    private static int StatusOf(RejectionKind kind) => kind switch
    {
        RejectionKind.NotFound => StatusCodes.Status404NotFound,
        RejectionKind.Conflict => StatusCodes.Status409Conflict,
        RejectionKind.Invalid => StatusCodes.Status400BadRequest,
        RejectionKind.VersionMismatch => StatusCodes.Status412PreconditionFailed,
        RejectionKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        RejectionKind.Forbidden => StatusCodes.Status403Forbidden,
        RejectionKind.TooMany => StatusCodes.Status429TooManyRequests,
    };
}
