using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Invariants;

/// <summary>An accepted reaction is told at most once; exactly once by a process that lives on.</summary>
internal static class TapInvariants
{
    public static void Check(SimulatedWorld world)
    {
        foreach (var ((process, emoji), count) in world.Rooms.Values.SelectMany(r => r.Taps.All))
        {
            // What a process that died has accepted last is not known.
            var most = process.IsDead ? count.Sent : count.Accepted;
            if (count.Told > most || (!process.IsDead && count.Told < most))
                world.Violate($"{process} has accepted {emoji} {count.Accepted} times of {count.Sent}, and told it {count.Told} times.");
        }
    }
}
