using System.Text.Json;
using System.Text.Json.Serialization;
using ContentPages.Chat;
using ContentPages.Grains.Chat;
using Microsoft.Data.Sqlite;

namespace ContentPages.Backends.Local.Chat;

/// <summary>How entries and audit lie in their tables.</summary>
internal static class ChatRows
{
    public const string Columns = "seq, at, kind, user_id, user_name, role, client_id, text, target, target_user";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="row">With <see cref="Columns"/>, then whether a message is seen.</param>
    public static ChatEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0), Time(row.GetInt64(1)), (ChatEntryKind)row.GetInt32(2), row.GetString(3), row.GetString(4), (ChatRole)row.GetInt32(5),
        row.GetString(6), row.IsDBNull(7) || row.GetInt64(10) == 0 ? null : row.GetString(7),
        row.IsDBNull(8) ? null : row.GetInt64(8), row.IsDBNull(9) ? null : row.GetString(9));

    /// <param name="row">With <see cref="Columns"/>, of a message that is seen.</param>
    public static ChatMessage Message(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(3), row.GetString(4), (ChatRole)row.GetInt32(5), row.GetString(7), Time(row.GetInt64(1)));

    /// <param name="row">With the columns body and undone_by.</param>
    public static ChatAuditEntry Audit(SqliteDataReader row) =>
        JsonSerializer.Deserialize<ChatAuditEntry>(row.GetString(0), s_json)! with { UndoneBy = row.IsDBNull(1) ? null : row.GetString(1) };

    public static string Body(ChatAuditEntry entry) => JsonSerializer.Serialize(entry, s_json);

    public static long Ticks(DateTimeOffset time) => time.UtcTicks;

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
