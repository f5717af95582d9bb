using System.Security.Claims;
using ContentPages.Chat;
using ContentPages.Web.Accounts;

namespace ContentPages.Web.Chat;

/// <summary>Who writes, by the name that the account had when this connection or request began.</summary>
internal static class ChatCaller
{
    /// <returns>Null for a visitor.</returns>
    public static ChatPerson? ChatPerson(this ClaimsPrincipal user) => user.AccountId() is { } id ? new(id, user.DisplayName()) : null;

    /// <summary>The caller where the endpoint demands that somebody is signed in.</summary>
    public static ChatPerson RequiredChatPerson(this ClaimsPrincipal user) => new(user.RequiredAccountId(), user.DisplayName());
}
