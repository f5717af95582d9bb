using System.Globalization;
using System.Text.Json.Serialization;

namespace ContentPages.Chat;

/// <summary>One message as everyone sees it.</summary>
/// <param name="Seq">Its place in the room: 1 for the first entry, then without gap or repeat. Removals and restorations have numbers too.</param>
/// <param name="Role">What the author was when it was written.</param>
/// <param name="SentAt">When it was taken into the log; never earlier than that of the entry before.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatMessage")]
public sealed record ChatMessage(
    [property: Id(0)] long Seq,
    [property: Id(1)] string UserId,
    [property: Id(2)] string UserName,
    [property: Id(3)] ChatRole Role,
    [property: Id(4)] string Text,
    [property: Id(5)] DateTimeOffset SentAt)
{
    [JsonIgnore]
    public string Id => Seq.ToString(CultureInfo.InvariantCulture);
}
