using ContentPages.Grains.Media;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Media;

/// <summary>An object store that holds sizes only. A key can be made to fail.</summary>
internal sealed class FakeObjectStore(TimeProvider time) : IObjectStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredObject> _objects = [];
    private readonly Dictionary<string, Upload> _uploads = [];
    private int _next;

    /// <summary>Prefixes of keys for which the store does not answer.</summary>
    public List<string> Broken { get; } = [];

    /// <summary>Multipart uploads that are begun and neither completed nor aborted.</summary>
    public IReadOnlyList<string> OpenUploads(string key) => Locked(() => _uploads.Where(u => u.Value.Key == key).Select(u => u.Key).ToList());

    public IReadOnlyList<string> Keys(string videoId) =>
        Locked(() => _objects.Keys.Where(k => k.Contains(videoId, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList());

    public void Put(string key, long size = 1) => Locked(() => _objects[key] = new(key, size, $"etag-{++_next}"));

    public void PutPart(string uploadId, int number, long size) => Locked(() => _uploads[uploadId].Parts[number] = new(number, $"etag-{++_next}", size));

    public PresignedRequest PresignPut(string key, string contentType, long size, TimeSpan lifetime) =>
        new(new($"https://store.test/{key}?size={size}"), new Dictionary<string, string> { ["Content-Type"] = contentType }, time.GetUtcNow() + lifetime);

    public PresignedRequest PresignPart(string key, string uploadId, int number, long size, TimeSpan lifetime) =>
        new(new($"https://store.test/{key}?uploadId={uploadId}&partNumber={number}&size={size}"), new Dictionary<string, string>(), time.GetUtcNow() + lifetime);

    public Task<string> CreateMultipartUpload(string key, string contentType, long size, long partSize, CancellationToken cancel) => Answer(key, () =>
    {
        var id = $"upload-{++_next}";
        _uploads[id] = new(key, []);
        return id;
    });

    public Task<IReadOnlyList<UploadedPart>> ListParts(string key, string uploadId, CancellationToken cancel) =>
        Answer(key, () => (IReadOnlyList<UploadedPart>)(_uploads.TryGetValue(uploadId, out var upload) ? upload.Parts.Values.ToList() : []));

    public Task<StoredObject> CompleteMultipartUpload(string key, string uploadId, IReadOnlyList<UploadedPart> parts, CancellationToken cancel) => Answer(key, () =>
    {
        if (!_uploads.TryGetValue(uploadId, out var upload)) throw new InvalidUploadException("There is no such upload.");
        foreach (var part in parts)
            if (!upload.Parts.TryGetValue(part.Number, out var stored) || stored != part) throw new InvalidUploadException($"Part {part.Number} is not what was sent.");
        _uploads.Remove(uploadId);
        return _objects[key] = new(key, parts.Sum(p => p.Size), $"etag-{++_next}");
    });

    public Task AbortMultipartUpload(string key, string uploadId, CancellationToken cancel) => Answer(key, () => _uploads.Remove(uploadId));

    public Task<StoredObject?> Head(string key, CancellationToken cancel) => Answer(key, () => _objects.GetValueOrDefault(key));

    public Task DeletePrefix(string prefix, CancellationToken cancel) => Answer(prefix, () =>
    {
        Assert.EndsWith("/", prefix, StringComparison.Ordinal);
        foreach (var key in _objects.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).ToList()) _objects.Remove(key);
        return true;
    });

    private async Task<T> Answer<T>(string key, Func<T> answer)
    {
        await Task.Yield();
        return Locked(() => Broken.Exists(b => key.StartsWith(b, StringComparison.Ordinal)) ? throw new IOException($"The store does not answer for {key}.") : answer());
    }

    private T Locked<T>(Func<T> act)
    {
        lock (_lock) return act();
    }

    private sealed record Upload(string Key, SortedDictionary<int, UploadedPart> Parts);
}
