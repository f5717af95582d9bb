using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Http;

/// <summary>Section <c>RateLimits</c>: how often one caller may do what costs us something. The request beyond is refused, never queued.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Sign-ins, token refreshes and password changes.</summary>
    [ValidateObjectMembers]
    public RateWindow SignIn { get; set; } = new() { PerAddress = 60, PerUser = 20, Window = TimeSpan.FromMinutes(1) };

    [ValidateObjectMembers]
    public RateWindow SignUp { get; set; } = new() { PerAddress = 30, PerUser = 30, Window = TimeSpan.FromMinutes(10) };

    /// <summary>New uploads. An artist who drops an album's worth of films at once stays below.</summary>
    [ValidateObjectMembers]
    public RateWindow UploadTicket { get; set; } = new() { PerAddress = 240, PerUser = 120, Window = TimeSpan.FromMinutes(1) };

    [ValidateObjectMembers]
    public RateWindow NewStream { get; set; } = new() { PerAddress = 60, PerUser = 30, Window = TimeSpan.FromMinutes(1) };

    [ValidateObjectMembers]
    public RateWindow StreamStart { get; set; } = new() { PerAddress = 120, PerUser = 30, Window = TimeSpan.FromMinutes(1) };

    /// <summary>New keys of streams: each costs calls of the provider, and drops an encoder.</summary>
    [ValidateObjectMembers]
    public RateWindow StreamKey { get; set; } = new() { PerAddress = 60, PerUser = 20, Window = TimeSpan.FromMinutes(1) };

    /// <summary>Acts of owners and moderators in chats. Somebody who cleans up by hand stays below.</summary>
    [ValidateObjectMembers]
    public RateWindow Moderation { get; set; } = new() { PerAddress = 600, PerUser = 300, Window = TimeSpan.FromMinutes(1) };

    internal RateWindow Of(RateLimit limit) => limit switch
    {
        RateLimit.SignIn => SignIn,
        RateLimit.SignUp => SignUp,
        RateLimit.UploadTicket => UploadTicket,
        RateLimit.NewStream => NewStream,
        RateLimit.StreamStart => StreamStart,
        RateLimit.StreamKey => StreamKey,
        RateLimit.Moderation => Moderation,
    };
}

public sealed class RateWindow
{
    /// <summary>Requests per window from one network address; an IPv6 address counts with its /64.</summary>
    [Range(1, 1_000_000)]
    public int PerAddress { get; set; }

    /// <summary>Requests per window by one signed-in account.</summary>
    [Range(1, 1_000_000)]
    public int PerUser { get; set; }

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; }
}
