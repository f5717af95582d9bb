using ContentPages.Web.Chat;
using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Web.Live;

/// <summary>What one connection to the hub holds. Made when it begins: its end may come in the middle of its first call.</summary>
internal sealed class LiveSession
{
    public Watches Watches { get; } = new();

    public StreamJoins Streams { get; } = new();

    public RoomJoins Rooms { get; } = new();

    /// <summary>Null before its first call.</summary>
    public CallAllowance? Calls { get; set; }

    public static LiveSession Of(HubCallerContext connection) => (LiveSession)connection.Items[typeof(LiveSession)]!;

    public static void Begin(HubCallerContext connection) => connection.Items[typeof(LiveSession)] = new LiveSession();
}
