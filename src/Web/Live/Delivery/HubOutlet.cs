using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Web.Live.Delivery;

/// <summary>Writes through the web framework's own WebSockets.</summary>
internal sealed class HubOutlet(HubConnectionContext connection, OutletRules rules) : Outlet(rules)
{
    public override string ConnectionId => connection.ConnectionId;

    protected override bool TryWrite(Frame frame)
    {
        var write = connection.WriteAsync(frame.Message);
        if (write.IsCompletedSuccessfully)
        {
            write.GetAwaiter().GetResult();
            return true;
        }

        _ = Finish(write);
        return false;
    }

    protected override void Abort(bool isStuck) =>
        ThreadPool.UnsafeQueueUserWorkItem(static connection => connection.Abort(), connection, preferLocal: false);

    // Writes do not fail: the connection ends itself when one does.
    private async Task Finish(ValueTask write)
    {
        await write;
        while (Next() is { } frame) await connection.WriteAsync(frame.Message);
    }
}
