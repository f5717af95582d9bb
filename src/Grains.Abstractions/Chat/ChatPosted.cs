using System.Globalization;
using System.Text.Json.Serialization;

namespace ContentPages.Chat;

/// <summary>A message is accepted, and durable.</summary>
/// <param name="Seq">Its number; 0 when it is held for review, since it has none yet.</param>
/// <param name="Held">A moderator looks at it first.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatPosted")]
public sealed record ChatPosted(
    [property: Id(0)] long Seq,
    [property: Id(1)] DateTimeOffset SentAt,
    [property: Id(2)] bool Held = false)
{
    /// <summary>The message's id, or null while it is held.</summary>
    [JsonIgnore]
    public string? Id => Held ? null : Seq.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A moderator's act is done, and durable.</summary>
/// <param name="AuditId">Of its entry, to undo it by; null when there was nothing to do.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatActed")]
public sealed record ChatActed([property: Id(0)] string? AuditId);
