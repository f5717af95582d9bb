namespace ContentPages.Chat;

/// <summary>
/// Messages were taken away: the one with the number <paramref name="Message"/>, all of <paramref name="UserId"/>, or, with neither, all. It
/// reaches back from its own number: what comes after it stays.
/// </summary>
[GenerateSerializer, Immutable, Alias("contentpages.ChatRemoval")]
public sealed record ChatRemoval(
    [property: Id(0)] long Seq,
    [property: Id(1)] long? Message = null,
    [property: Id(2)] string? UserId = null)
{
    public bool Covers(long seq, string userId) =>
        seq < Seq && (Message is { } one ? one == seq : UserId is not { } user || string.Equals(user, userId, StringComparison.Ordinal));
}

/// <summary>A removal was taken back.</summary>
/// <param name="Undoes">Number of the removal.</param>
/// <param name="Messages">The newest of the messages that are seen again, at most <see cref="MostMessages"/>, oldest first; more are in the history.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatRestoration")]
public sealed record ChatRestoration(
    [property: Id(0)] long Seq,
    [property: Id(1)] long Undoes,
    [property: Id(2)] IReadOnlyList<ChatMessage> Messages)
{
    public const int MostMessages = 100;
}
