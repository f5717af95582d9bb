namespace ContentPages.Grains.Music;

/// <summary>What tracks and albums have in common: they are there or not, and writes may name the version they mean.</summary>
internal static class MusicRules
{
    /// <summary>Why a change is refused, or null when it may go on.</summary>
    /// <param name="what"><c>album</c> or <c>track</c>; makes the code.</param>
    public static Rejection? CheckChange(string what, bool exists, string? version, string? ifMatch) =>
        !exists ? new(RejectionKind.NotFound, $"{what}_not_found", $"There is no such {what}.")
        : ifMatch is not null && ifMatch != version
            ? new(RejectionKind.VersionMismatch, "version_mismatch", "It was changed in the meantime. Load it again and repeat your change.")
        : null;

    /// <summary>Creating again with the same owner is a repeat, with another one a clash of ids.</summary>
    public static Rejection? CheckCreate(string what, bool exists, string storedOwner, string owner) =>
        exists && storedOwner != owner
            ? new(RejectionKind.Conflict, $"{what}_exists", $"A {what} with this id exists already.")
            : null;
}
