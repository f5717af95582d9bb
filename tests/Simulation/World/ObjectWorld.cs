using System.Text.Json.Nodes;
using ContentPages.Grains.Media;
using ContentPages.Videos;

namespace ContentPages.Simulation.World;

/// <summary>What the object store holds: sizes only. Multipart uploads that nobody completes are dropped by the store itself after a week and a day.</summary>
internal sealed class ObjectWorld(SimulatedWorld world)
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(8);

    private readonly SortedDictionary<string, StoredObject> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Upload> _uploads = [];
    private int _made;

    public IEnumerable<string> Keys => _objects.Keys;

    public IEnumerable<string> OpenUploads => _uploads.Where(u => world.Clock.Elapsed - u.Value.BegunAt < Abandoned).Select(u => u.Value.Key);

    /// <summary>Somebody outside puts an object: an artist, a transcoder, an ingest.</summary>
    public StoredObject Put(string key, long size, bool tells = false)
    {
        var stored = _objects[key] = new(key, size, $"etag-{++_made}");
        if (tells)
        {
            world.Events.Publish($"created {key}", Envelope.Of("aws.s3", "Object Created", world.Clock.Now, "arn:aws:s3:::local", new JsonObject
            {
                ["object"] = new JsonObject { ["key"] = key, ["size"] = size, ["etag"] = stored.ETag },
            }));
        }

        return stored;
    }

    /// <summary>False when there is no such upload any more.</summary>
    public bool PutPart(string uploadId, int number, long size)
    {
        if (!_uploads.TryGetValue(uploadId, out var upload)) return false;
        upload.Parts[number] = new(number, $"etag-{++_made}", size);
        return true;
    }

    public StoredObject? Find(string key) => _objects.GetValueOrDefault(key);

    public string Begin(string key)
    {
        var id = $"upload-{++_made}";
        _uploads[id] = new(key, [], world.Clock.Elapsed);
        return id;
    }

    public IReadOnlyList<UploadedPart> Parts(string uploadId) => _uploads.TryGetValue(uploadId, out var upload) ? [.. upload.Parts.Values] : [];

    public StoredObject Complete(string uploadId, IReadOnlyList<UploadedPart> parts)
    {
        if (!_uploads.TryGetValue(uploadId, out var upload)) throw new InvalidUploadException("There is no such upload.");
        if (parts.FirstOrDefault(p => upload.Parts.GetValueOrDefault(p.Number) != p) is { } wrong) throw new InvalidUploadException($"Part {wrong.Number} is not what was sent.");
        _uploads.Remove(uploadId);
        return Put(upload.Key, parts.Sum(p => p.Size), tells: true);
    }

    public void Abort(string uploadId) => _uploads.Remove(uploadId);

    public void Remove(string prefix)
    {
        foreach (var key in _objects.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).ToList()) _objects.Remove(key);
    }

    private sealed record Upload(string Key, SortedDictionary<int, UploadedPart> Parts, TimeSpan BegunAt);
}
