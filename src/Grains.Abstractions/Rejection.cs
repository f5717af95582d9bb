namespace ContentPages;

/// <summary>What kind of answer a rejected command deserves.</summary>
[GenerateSerializer, Alias("contentpages.RejectionKind")]
public enum RejectionKind
{
    /// <summary>Not there, or not for this caller to see (HTTP 404).</summary>
    NotFound = 0,
    /// <summary>The command does not fit the present state (HTTP 409).</summary>
    Conflict = 1,
    /// <summary>The command itself is wrong (HTTP 400).</summary>
    Invalid = 2,
    /// <summary><c>If-Match</c> named another version (HTTP 412).</summary>
    VersionMismatch = 3,
    /// <summary>An outside service did not answer; the same call may work later (HTTP 503).</summary>
    Unavailable = 4,
    /// <summary>The caller may see it and may not do this (HTTP 403).</summary>
    Forbidden = 5,
    /// <summary>Too much in too short a time; <see cref="Rejection.RetryAfter"/> says how long to wait (HTTP 429).</summary>
    TooMany = 6,
}

/// <summary>Why a command was refused. Nothing has changed.</summary>
/// <param name="Code">Stable code, part of the public contract.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="RetryAfter">Seconds after which the same command may work; null where time does not mend it.</param>
[GenerateSerializer, Immutable, Alias("contentpages.Rejection")]
public sealed record Rejection(
    [property: Id(0)] RejectionKind Kind,
    [property: Id(1)] string Code,
    [property: Id(2)] string Message,
    [property: Id(3)] int? RetryAfter = null);
