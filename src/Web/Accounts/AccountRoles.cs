namespace ContentPages.Web.Accounts;

public static class AccountRoles
{
    /// <summary>Every account: has its own library page and, later, speaks in chats.</summary>
    public const string Viewer = "viewer";

    /// <summary>Uploads videos, keeps tracks and albums.</summary>
    public const string Artist = "artist";

    /// <summary>Runs the site. Claimed once, by the link that a fresh server prints.</summary>
    public const string Operator = "operator";
}
