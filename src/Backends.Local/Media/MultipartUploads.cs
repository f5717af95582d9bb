using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Media;

/// <summary>The multipart uploads of this store. Those of an earlier run are read when they are first asked for.</summary>
internal sealed partial class MultipartUploads(ObjectFolder folder, TimeProvider time, ILogger<MultipartUploads> log)
{
    private readonly ConcurrentDictionary<string, Lazy<MultipartUpload?>> _uploads = new();
    private readonly string? _boot = MultipartManifest.CurrentBoot();

    public string Create(string key, string contentType, long size, long partSize)
    {
        ObjectKey.Check(key);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(partSize);
        if ((size - 1) / partSize >= MultipartManifest.MaxParts)
            throw new ArgumentOutOfRangeException(nameof(partSize), $"An upload has at most {MultipartManifest.MaxParts} parts.");
        var id = Guid.CreateVersion7().ToString("N");
        var upload = MultipartUpload.Create(PathOf(id), new MultipartManifest(key, contentType, size, partSize, _boot));
        _uploads[id] = new Lazy<MultipartUpload?>(upload);
        Touch(upload);
        return id;
    }

    /// <summary>The upload of that id for that key, or null.</summary>
    public MultipartUpload? Find(string key, string id)
    {
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower) || !Directory.Exists(PathOf(id))) return null;
        var upload = _uploads.GetOrAdd(id, static (id, self) => new Lazy<MultipartUpload?>(() => self.Load(id)), this).Value;
        return upload?.Manifest.Key == key ? upload : null;
    }

    /// <summary>Remembers that the upload is in use, across restarts.</summary>
    public void Touch(MultipartUpload upload)
    {
        try
        {
            File.SetLastWriteTimeUtc(MultipartUpload.ManifestPath(upload.Folder), time.GetUtcNow().UtcDateTime);
        }
        catch (FileNotFoundException)
        {
            // Aborted meanwhile.
        }
    }

    public void Forget(string id) => _uploads.TryRemove(id, out _);

    /// <summary>Removes uploads that nothing was sent to for so long. Answers how many.</summary>
    public async Task<int> Sweep(TimeSpan abandonedAfter)
    {
        var oldest = time.GetUtcNow().UtcDateTime - abandonedAfter;
        var removed = 0;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder.Uploads))
        {
            if (File.Exists(path))
            {
                // A single upload that its process did not live to finish.
                if (File.GetLastWriteTimeUtc(path) >= oldest) continue;
                File.Delete(path);
            }
            else
            {
                var manifest = MultipartUpload.ManifestPath(path);
                var used = File.Exists(manifest) ? File.GetLastWriteTimeUtc(manifest) : Directory.GetLastWriteTimeUtc(path);
                if (used >= oldest) continue;
                var id = Path.GetFileName(path);
                if (_uploads.TryRemove(id, out var known) && known is { IsValueCreated: true, Value: { } upload }) await upload.Abort();
                else Directory.Delete(path, recursive: true);
            }

            removed++;
            LogAbandoned(Path.GetFileName(path));
        }

        return removed;
    }

    private string PathOf(string id) => Path.Combine(folder.Uploads, id);

    private MultipartUpload? Load(string id)
    {
        try
        {
            return MultipartUpload.Load(PathOf(id), _boot);
        }
        catch (Exception damaged) when (damaged is JsonException or IOException)
        {
            LogDamaged(damaged, id);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Removed the abandoned upload {Upload}.")]
    private partial void LogAbandoned(string upload);

    [LoggerMessage(2, LogLevel.Warning, "The upload {Upload} cannot be read; it counts as unknown.")]
    private partial void LogDamaged(Exception exception, string upload);
}
