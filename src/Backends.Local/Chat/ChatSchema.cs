namespace ContentPages.Backends.Local.Chat;

/// <summary>
/// Rooms, their entries and their audit. What a removal hides is not written down: it is asked for when messages are read, so that clearing a room
/// of a million messages costs one row, and so does taking that back.
/// </summary>
internal static class ChatSchema
{
    /// <summary>Grows when the layout changes; kept in the file's <c>user_version</c>.</summary>
    public const int Version = 1;

    public static readonly IReadOnlyList<string> Statements =
    [
        // A deleted room has no stream any more; the sweep removes the rest of it. Its stream gets a row with `last` -1, which says so for ever.
        "CREATE TABLE rooms(id INTEGER PRIMARY KEY, stream TEXT UNIQUE, last INTEGER NOT NULL)",
        // Times are ticks. The enums' numbers are part of the layout.
        """
        CREATE TABLE entries(
          room INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, kind INTEGER NOT NULL, user_id TEXT NOT NULL, user_name TEXT NOT NULL,
          role INTEGER NOT NULL, client_id TEXT NOT NULL, text TEXT, target INTEGER, target_user TEXT, undone INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY(room, seq)) WITHOUT ROWID
        """,
        "CREATE INDEX removals_of_one ON entries(room, target, seq) WHERE kind = 1 AND undone = 0 AND target IS NOT NULL",
        "CREATE INDEX removals_of_user ON entries(room, target_user, seq) WHERE kind = 1 AND undone = 0 AND target_user IS NOT NULL",
        "CREATE INDEX removals_of_all ON entries(room, seq) WHERE kind = 1 AND undone = 0 AND target IS NULL AND target_user IS NULL",
        "CREATE TABLE audit(room INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL, undone_by TEXT, PRIMARY KEY(room, id)) WITHOUT ROWID",
        "CREATE INDEX audit_at ON audit(at)",
    ];
}
