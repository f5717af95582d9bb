using System.ComponentModel.DataAnnotations;

namespace ContentPages.Web.Live;

/// <summary>Section <c>Live</c>: the bounds of the hub.</summary>
public sealed class LiveOptions
{
    public const string Section = "Live";

    /// <summary>Connections from one network address; the one beyond is told <c>bye</c>. A school or an office has one address.</summary>
    [Range(1, 100_000)]
    public int MaxConnectionsPerAddress { get; set; } = 200;

    /// <summary>Connections of one account; the one beyond is told <c>bye</c>. Each open page has one.</summary>
    [Range(1, 100_000)]
    public int MaxConnectionsPerUser { get; set; } = 30;

    /// <summary>Videos that one connection may watch; the one beyond is refused.</summary>
    [Range(1, 10_000)]
    public int MaxVideosPerConnection { get; set; } = 50;

    /// <summary>Streams that one connection may join; the one beyond is refused.</summary>
    [Range(1, 1_000)]
    public int MaxStreamsPerConnection { get; set; } = 10;

    /// <summary>Calls of one connection; five seconds' worth may come at once, those beyond are refused.</summary>
    [Range(1, 10_000)]
    public int MaxCallsPerSecond { get; set; } = 20;

    /// <summary>Bytes of one message from a client; a larger one ends its connection, which is told so where it is written to directly.</summary>
    [Range(1024, 1_048_576)]
    public int MaxMessageBytes { get; set; } = 16 * 1024;

    /// <summary>How long a room may take to answer who joins; then the stream is joined without it.</summary>
    [Range(1, 25)]
    public int RoomSeconds { get; set; } = 3;

    /// <summary>Seconds after which a viewer who has not said that it plays is no longer counted. Players say so every five.</summary>
    [Range(1, 600)]
    public int ViewerSilenceSeconds { get; set; } = 12;

    /// <summary>Seconds after which an unchanged number of viewers is told again; a stream forgets after ten.</summary>
    [Range(1, 9)]
    public int ViewerReportSeconds { get; set; } = 5;

    /// <summary>Seconds that clients are asked to wait before they come back when this process stops.</summary>
    [Range(0, 600)]
    public int RetryAfterDrain { get; set; } = 2;
}
