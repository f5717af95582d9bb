using ContentPages.Simulation.Engine;

namespace ContentPages.Simulation.World;

/// <summary>How hostile the world of one schedule is. Some are calm in one respect or in all, so that a fault's absence is tried too.</summary>
internal sealed record FaultPlan
{
    public static FaultPlan None { get; } = new();

    /// <summary>A call fails and has done nothing.</summary>
    public double Fail { get; init; }

    /// <summary>A write fails although it is done.</summary>
    public double FailAfter { get; init; }

    /// <summary>The process dies at a write: before it as often as after it.</summary>
    public double Crash { get; init; }

    /// <summary>The chat log takes longer than the room waits for it; a quarter as often it never answers, or anything else takes as long.</summary>
    public double Late { get; init; }

    /// <summary>An answer to a client, or its connection, is lost.</summary>
    public double Disconnect { get; init; }

    public double LoseEvent { get; init; }

    public double DoubleEvent { get; init; }

    /// <summary>Events take up to so many milliseconds.</summary>
    public int EventDelay { get; init; } = 50;

    /// <summary>Calls of ports take up to so many milliseconds.</summary>
    public int PortDelay { get; init; } = 10;

    /// <summary>An old process goes on working beside the one that replaced it.</summary>
    public bool Zombies { get; init; }

    public bool IsCrashing => Crash > 0;

    public static FaultPlan Of(Dice dice)
    {
        double Sometimes(double most) => dice.Chance(0.5) ? most * dice.Between(1, 4) / 4 : 0;
        return new()
        {
            Fail = Sometimes(0.12),
            FailAfter = Sometimes(0.12),
            Crash = Sometimes(0.06),
            Late = Sometimes(0.06),
            Disconnect = Sometimes(0.08),
            LoseEvent = Sometimes(0.4),
            DoubleEvent = Sometimes(0.4),
            EventDelay = dice.Chance(0.3) ? 90_000 : dice.Chance(0.5) ? 2_000 : 50,
            PortDelay = dice.Chance(0.3) ? 150 : 10,
            Zombies = dice.Chance(0.35),
        };
    }
}
