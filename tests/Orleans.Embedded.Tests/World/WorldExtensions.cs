using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Embedded.Tests;

internal static class WorldExtensions
{
    /// <summary>Asked of the engine itself: asking a grain would count that grain.</summary>
    public static int ActivationCount(this World world) => world.Services.GetRequiredService<EmbeddedSilo>().Catalog.Count;

    public static EmbeddedSilo Silo(this World world) => world.Services.GetRequiredService<EmbeddedSilo>();

    /// <summary>The value of a call that has ended.</summary>
    public static T Outcome<T>(this Task<T> call)
    {
        Assert.True(call.IsCompleted, "It has not ended.");
        return call.GetAwaiter().GetResult();
    }

    /// <summary>The exception of a call that has failed.</summary>
    public static TException Failure<TException>(this Task call)
        where TException : Exception
    {
        Assert.True(call.IsFaulted, $"It has not failed: {call.Status}.");
        return Assert.IsType<TException>(call.Exception!.InnerException);
    }
}
