namespace Orleans.Concurrency;

/// <summary>A value that is passed without a copy.</summary>
public readonly struct Immutable<T>(T value)
{
    public T Value { get; } = value;
}

public static class ImmutableExtensions
{
    public static Immutable<T> AsImmutable<T>(this T value) => new(value);
}
