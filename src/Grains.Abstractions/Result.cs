using System.Diagnostics.CodeAnalysis;

namespace ContentPages;

/// <summary>The answer of a grain: a value or a <see cref="Rejection"/>. Exceptions are kept for what nobody expects.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.Result`1")]
public sealed record Result<T>([property: Id(0)] T? Value, [property: Id(1)] Rejection? Rejection)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool Ok => Rejection is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Rejection rejection) => new(null, rejection);
}
