using ContentPages.Bench.Chat.Driver;

namespace ContentPages.Bench.Chat.Delivery;

/// <summary>Raises the rate step by step until the server cannot keep up.</summary>
internal static class Ramp
{
    private const int MostSteps = 12;

    /// <returns>The last course that was kept up with.</returns>
    /// <exception cref="BenchException">The first was not.</exception>
    public static Course Climb(Crowd crowd, double start, double factor, TimeSpan length, Func<Course, bool> isKeptUp)
    {
        Course? best = null;
        for (var (rate, step) = (start, 0); step < MostSteps; rate *= factor, step++)
        {
            var course = crowd.Post(rate, length);
            if (!isKeptUp(course)) return best ?? throw new BenchException("The first step was too much: " + course);
            best = course;
            crowd.Idle(TimeSpan.FromSeconds(1));
        }

        return best!;
    }
}
