using System.Text;
using ContentPages.Bench.Bare;
using ContentPages.Bench.Chat.Driver;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Chat.Delivery;

/// <summary><see cref="ChatHub"/> on one core.</summary>
internal sealed class PlainHub(ChildServer server) : IHub
{
    public int ProcessId => server.ProcessId;

    public Uri Address => server.Address;

    public bool Numbers => false;

    public static async Task<PlainHub> Start(CancellationToken cancel) => new(await BareServer.Start(BareServer.Hub, cancel, core: Cores.Server));

    public string Path(int viewer) => ChatHub.Path;

    public string Join(int room, long? after) => Call.Of(IHub.JoinCall, "Join", $"room-{room}");

    public string Post(int room, int post, string text) => Call.Of($"{post}", "Send", $"room-{room}", text);

    public long? NumberOf(ReadOnlySpan<byte> answer) => answer.IndexOf("\"error\""u8) < 0 ? 1 : null;

    public long NewestOf(ReadOnlySpan<byte> joined) =>
        joined.IndexOf("\"error\""u8) < 0 ? 0 : throw new BenchException("A room was not joined: " + Encoding.UTF8.GetString(joined));

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
