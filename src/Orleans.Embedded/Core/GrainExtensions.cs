using System.Globalization;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The name of a grain, asked of the grain itself or of a reference to it.</summary>
public static class GrainExtensions
{
    /// <summary>The reference to pass to others; a grain never passes <c>this</c>.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
    {
        var reference = grain switch
        {
            null => throw new ArgumentNullException(nameof(grain)),
            TGrainInterface typed and GrainReference => (object)typed,
            GrainReference other => other.CastTo(typeof(TGrainInterface)),
            IGrainBase instance => instance.GrainContext.GrainReference.CastTo(typeof(TGrainInterface)),
            _ => throw NotAGrain(grain),
        };
        return (TGrainInterface)reference;
    }

    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) => grain.AsReference<TGrainInterface>();

    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        null => throw new ArgumentNullException(nameof(grain)),
        GrainReference reference => reference.GrainId,
        IGrainBase instance => instance.GrainContext.GrainId,
        _ => throw NotAGrain(grain),
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    public static long GetPrimaryKeyLong(this IAddressable grain) =>
        long.TryParse(grain.GetPrimaryKeyString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var key)
            ? key
            : throw new InvalidOperationException($"Unable to extract integer key from grain id {grain.GetGrainId()}");

    public static Guid GetPrimaryKey(this IAddressable grain) =>
        Guid.TryParseExact(grain.GetPrimaryKeyString(), "N", out var key)
            ? key
            : throw new InvalidOperationException($"Unable to extract GUID key from grain id {grain.GetGrainId()}");

    private static ArgumentException NotAGrain(IAddressable grain) =>
        new($"{grain.GetType().FullName} is neither a grain nor a reference to one.", nameof(grain));
}
