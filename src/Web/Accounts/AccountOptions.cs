using System.ComponentModel.DataAnnotations;

namespace ContentPages.Web.Accounts;

/// <summary>Section <c>Accounts</c>.</summary>
public sealed class AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>Whether whoever signs up may upload. Off: an operator decides, one by one.</summary>
    public bool NewAccountsAreArtists { get; set; } = true;

    /// <summary>NIST SP 800-63B asks for 8 at least, and for no rules about kinds of characters.</summary>
    [Range(8, 128)]
    public int MinPasswordLength { get; set; } = 8;

    /// <summary>Wrong passwords in a row until the account is locked.</summary>
    [Range(1, 100)]
    public int MaxFailedSignIns { get; set; } = 10;

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LockedFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A refused sign-in is answered after this long, so that its time does not tell an unknown address from a wrong password or a
    /// locked account. Longer than one password hash takes (about 50 ms on one core of 2020).
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan RefusedSignInTakes { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long a changed role or a revoked session may go unseen by another web process.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SessionsSeenAgainAfter { get; set; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), "00:05:00", "90.00:00:00")]
    public TimeSpan CookieLasts { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Where the hashes of offered operator tokens are kept; set by the host.</summary>
    public string? OperatorClaimFile { get; set; }
}
