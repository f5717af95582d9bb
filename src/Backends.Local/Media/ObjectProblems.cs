using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Backends.Local.Media;

/// <summary>The refusals of the store's endpoints: RFC 9457 with a stable <c>code</c>.</summary>
internal static class ObjectProblems
{
    public static ProblemHttpResult KeyInvalid => Problem(400, "key_invalid", "No object can have this name.");

    public static ProblemHttpResult SignatureInvalid => Problem(403, "signature_invalid", "The address was altered, or is not from here.");

    public static ProblemHttpResult TicketExpired => Problem(403, "ticket_expired", "The address has expired. Ask for a new one.");

    public static ProblemHttpResult LengthRequired => Problem(411, "length_required", "The request must say how long it is (Content-Length).");

    public static ProblemHttpResult SizeMismatch => Problem(400, "size_mismatch", "The body is not as long as the address was signed for.");

    public static ProblemHttpResult BodyTooLong => Problem(413, "size_mismatch", "The body is longer than the address was signed for.");

    public static ProblemHttpResult UploadNotFound => Problem(404, "upload_not_found", "There is no such upload or part; it may be completed or aborted.");

    public static ProblemHttpResult Superseded => Problem(409, "part_superseded", "A later request for the same part took over.");

    public static ProblemHttpResult StorageFull => Problem(507, "storage_full", "There is no room for this file.");

    public static ProblemHttpResult KeyTaken => Problem(409, "key_conflict", "The name is taken by another kind of object.");

    public static ProblemHttpResult MediaNotFound => Problem(404, "media_not_found", "There is nothing here, or not for you.");

    public static ProblemHttpResult Interrupted(int status) => Problem(status, "upload_interrupted", "The body did not arrive whole.");

    private static ProblemHttpResult Problem(int status, string code, string detail) =>
        TypedResults.Problem(statusCode: status, detail: detail, extensions: new Dictionary<string, object?> { ["code"] = code });
}
