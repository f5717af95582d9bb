using System.Globalization;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The grain factory, inside and outside of grains.</summary>
internal sealed class EmbeddedClient : IClusterClient
{
    private readonly EmbeddedSilo _silo;
    private readonly ReferenceCache _cache = new();
    private readonly Func<Type, string, GrainReference> _create;

    public EmbeddedClient(EmbeddedSilo silo)
    {
        _silo = silo;
        _create = (type, key) => Create(type, key, null);
    }

    public IServiceProvider ServiceProvider => _silo.Services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Get<TGrainInterface>(primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey
        => Get<TGrainInterface>(primaryKey.ToString("X", CultureInfo.InvariantCulture), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey
        => Get<TGrainInterface>(primaryKey.ToString("N"), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable
        => (TGrainInterface)(object)GrainReference.Create(_silo, typeof(TGrainInterface), grainId);

    private TGrainInterface Get<TGrainInterface>(string key, string? classNamePrefix) => (TGrainInterface)(object)(classNamePrefix is null
        ? _cache.GetOrAdd(typeof(TGrainInterface), key, _create)
        : Create(typeof(TGrainInterface), key, classNamePrefix));

    private GrainReference Create(Type interfaceType, string key, string? classNamePrefix) =>
        GrainReference.Create(_silo, interfaceType, GrainId.Create(_silo.Classes.Find(interfaceType, classNamePrefix).GrainType, IdSpan.Create(key)));
}
