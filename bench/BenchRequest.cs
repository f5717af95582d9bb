using System.Globalization;

namespace ContentPages.Bench;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Smoke">Short runs that show that everything works; their figures mean little.</param>
/// <param name="Huge">Also the 5 GB upload.</param>
/// <param name="Rounds">Overrides how often each side of a comparison runs.</param>
internal sealed record BenchRequest(IReadOnlyList<string> Names, bool Smoke, bool Huge, int? Rounds)
{
    /// <summary>No run takes longer, whatever hangs.</summary>
    public TimeSpan TimeLimit => Smoke ? TimeSpan.FromMinutes(15) : TimeSpan.FromMinutes(90);

    public int RoundsOr(int full) => Rounds ?? (Smoke ? 1 : full);

    public static BenchRequest? Parse(string[] arguments, out string mistake)
    {
        var names = new List<string>();
        var (smoke, huge) = (false, false);
        int? rounds = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--smoke":
                    smoke = true;
                    break;
                case "--huge":
                    huge = true;
                    break;
                case "--rounds" when i + 1 < arguments.Length
                    && int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 50:
                    rounds = number;
                    i++;
                    break;
                case var name when Benchmarks.ByName.ContainsKey(name):
                    names.Add(name);
                    break;
                default:
                    mistake = $"'{arguments[i]}' is no option and no benchmark. Options: --smoke, --huge, --rounds 1..50. "
                        + $"Benchmarks: {string.Join(", ", Benchmarks.ByName.Keys)}.";
                    return null;
            }
        }

        mistake = "";
        return new BenchRequest(names.Count > 0 ? names : [.. Benchmarks.ByName.Keys], smoke, huge, rounds);
    }
}
