using System.ComponentModel.DataAnnotations;

namespace ContentPages.Web.Live.Delivery;

/// <summary>Section <c>Live:Delivery</c>: how what the server sends reaches the connections of a hub.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Live:Delivery";

    /// <summary>Whether WebSockets over plain HTTP/1.1 are written to directly. Others, and all when false, go the way of the web framework.</summary>
    public bool DirectSockets { get; set; } = true;

    /// <summary>
    /// Bytes that may wait for one connection, whose frames are shared by all whom they go to. Overflow policy: skip, see <see cref="Outlet"/>.
    /// One frame may always wait, however large.
    /// </summary>
    [Range(4096, 16_777_216)]
    public int MaxWaitingBytes { get; set; } = 48 * 1024;

    /// <summary>Frames that may wait for one connection. Overflow policy: as for bytes.</summary>
    [Range(1, 100_000)]
    public int MaxWaitingFrames { get; set; } = 256;

    /// <summary>Bytes that may wait to be flushed to a group. Overflow policy: they are dropped, and its members are told that they missed something.</summary>
    [Range(65_536, 67_108_864)]
    public int MaxWaitingBytesOfGroup { get; set; } = 1024 * 1024;

    /// <summary>Seconds without any progress after which a connection is dropped.</summary>
    [Range(1, 300)]
    public int StallSeconds { get; set; } = 15;

    /// <summary>
    /// Connections that are ended in a second, of those that were dropped as too slow; the others wait their turn, and take and keep nothing
    /// meanwhile. An end was measured to cost 0.1 to 0.2 ms of a core, and up to 1 ms on the web framework's way.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxDropsPerSecond { get; set; } = 400;

    /// <summary>Times in a minute that a connection may be skipped; with the next one it is dropped.</summary>
    [Range(0, 1_000)]
    public int MaxSkipsPerMinute { get; set; } = 3;

    /// <summary>Seconds that a connection which was dropped is asked to wait before it comes back.</summary>
    [Range(0, 600)]
    public int RetryAfterTooSlow { get; set; } = 5;

    /// <summary>
    /// Microseconds that lie between two flushes of a group, for each member that takes what it is sent: at most a twentieth of a core or so is spent on
    /// flushing it, however many messages it gets. A group that was quiet for that long is flushed at once.
    /// </summary>
    [Range(0, 10_000)]
    public int MicrosecondsBetweenFlushesPerMember { get; set; } = 50;

    /// <summary>Upper bound of that time, in milliseconds.</summary>
    [Range(0, 1_000)]
    public int MaxMillisecondsBetweenFlushes { get; set; } = 50;
}
