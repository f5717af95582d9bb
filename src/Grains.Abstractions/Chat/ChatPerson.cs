namespace ContentPages.Chat;

/// <summary>Somebody who is signed in.</summary>
/// <param name="Name">As others see it.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatPerson")]
public sealed record ChatPerson([property: Id(0)] string UserId, [property: Id(1)] string Name);

/// <summary>What somebody is in a room.</summary>
[GenerateSerializer, Alias("contentpages.ChatRole")]
public enum ChatRole
{
    Viewer = 0,
    /// <summary>Appointed by the owner.</summary>
    Moderator = 1,
    /// <summary>Whose stream it is.</summary>
    Owner = 2,
}
