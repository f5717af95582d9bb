using System.Text.Json;
using System.Text.Json.Serialization;
using ContentPages.Catalog;
using Orleans.Storage;

namespace ContentPages.Grains.Catalog;

/// <summary>
/// Grain storage over the catalog: a grain's state is one item, its version is the etag, and the same item is what lists query.
/// </summary>
public sealed class CatalogStorage(ICatalog catalog) : IGrainStorage
{
    public const string Name = "catalog";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary><c>video</c> and an id make <c>VIDEO#{id}</c>, <c>STATE</c>; <c>chat/room</c> makes <c>CHAT#{id}</c>, <c>ROOM</c>.</summary>
    public static CatalogKey KeyOf(string stateName, string id) => stateName.ToUpperInvariant().Split('/', 2) is [var kind, var part]
        ? new($"{kind}#{id}", part)
        : new($"{stateName.ToUpperInvariant()}#{id}", "STATE");

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (await catalog.Get(Key(stateName, grainId)) is { } item)
        {
            grainState.State = JsonSerializer.Deserialize<T>(item.Body.Span, Json)!;
            grainState.ETag = item.Version;
            grainState.RecordExists = true;
        }
        else
        {
            Reset(grainState);
        }
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.State is not ICatalogEntity entity)
            throw new InvalidOperationException($"{typeof(T)} must be an {nameof(ICatalogEntity)} to be stored in the catalog.");
        var body = JsonSerializer.SerializeToUtf8Bytes(grainState.State, Json);
        var item = new CatalogItem(
            Key(stateName, grainId), body, entity.Entries(), entity.CatalogStatus, entity.CatalogSearchText, entity.CatalogListed, grainState.ETag);
        grainState.ETag = await Guarded(() => catalog.Put(item));
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.ETag is { } version)
        {
            await Guarded(async () =>
            {
                await catalog.Delete(Key(stateName, grainId), version);
                return version;
            });
        }

        Reset(grainState);
    }

    private static CatalogKey Key(string stateName, GrainId grainId) => KeyOf(stateName, grainId.Key.ToString()!);

    private static void Reset<T>(IGrainState<T> grainState)
    {
        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null!;
        grainState.RecordExists = false;
    }

    private static async Task<string> Guarded(Func<Task<string>> write)
    {
        try
        {
            return await write();
        }
        catch (CatalogConflictException e)
        {
            // Without the cause: it would have to travel to the caller, whose process need not know its type.
            throw new InconsistentStateException(e.Message, e.Stored ?? "", e.Expected ?? "");
        }
    }
}
