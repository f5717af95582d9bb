namespace ContentPages.Simulation.World;

/// <summary>Reactions to one room, by the process that they came through: its room counts them, and tells them to its viewers.</summary>
internal sealed class Taps
{
    private readonly Dictionary<(Process Process, string Emoji), Count> _counts = [];

    public IEnumerable<KeyValuePair<(Process Process, string Emoji), Count>> All => _counts;

    public Count Of(Process process, string emoji)
    {
        if (!_counts.TryGetValue((process, emoji), out var count)) _counts.Add((process, emoji), count = new());
        return count;
    }

    internal sealed class Count
    {
        /// <summary>Taps that have reached the process.</summary>
        public int Sent { get; set; }

        /// <summary>Those of them that the room has accepted.</summary>
        public int Accepted { get; set; }

        /// <summary>What viewers of the process were told.</summary>
        public int Told { get; set; }
    }
}
