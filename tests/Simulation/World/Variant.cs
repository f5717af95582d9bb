using ContentPages.Chat;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;
using ContentPages.Grains.Media;

namespace ContentPages.Simulation.World;

/// <summary>Ports and parts that can be replaced by broken ones, to prove that a schedule can fail.</summary>
internal sealed record Variant
{
    public Func<IChatLog, IChatLog> ChatLog { get; init; } = log => log;

    public Func<ICatalog, ICatalog> Catalog { get; init; } = catalog => catalog;

    public Func<IObjectStore, IObjectStore> Objects { get; init; } = objects => objects;

    public ChatOptions Chat { get; init; } = new();

    /// <summary>What the relay of a node makes of one batch.</summary>
    public Func<ChatBatch, IEnumerable<ChatBatch>> Relay { get; init; } = batch => [batch];
}
