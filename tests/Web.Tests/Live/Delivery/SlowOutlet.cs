using System.Text;
using ContentPages.Web.Live.Delivery;

namespace ContentPages.Web.Tests.Live.Delivery;

/// <summary>Writes go on until the test says that they have ended.</summary>
internal sealed class SlowOutlet(OutletRules rules, string id = "slow") : Outlet(rules)
{
    public bool IsSlow { get; init; }

    public List<string> Written { get; } = [];

    public List<bool> Aborts { get; } = [];

    public override string ConnectionId => id;

    /// <summary>The write that goes on has ended.</summary>
    public void Finish()
    {
        if (Next() is { } frame) TryWrite(frame);
    }

    protected override bool TryWrite(Frame frame)
    {
        Written.Add(TextOf(frame));
        return !IsSlow;
    }

    protected override void Abort(bool isStuck) => Aborts.Add(isStuck);

    private static string TextOf(Frame frame)
    {
        var bytes = frame.Bytes.Span;
        return Encoding.UTF8.GetString(bytes[(bytes[1] == 126 ? 4 : 2)..]);
    }
}
