using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Hashing;
using ContentPages.Grains.Media;
using ContentPages.Videos;

namespace ContentPages.Backends.Local.Media;

/// <summary>
/// One multipart upload on disk: <c>upload.json</c>, one sparse file <c>data</c> that every part is written into at its place (so that completing is a
/// rename), and an empty file <c>parts/{number}-{size}-{etag}</c> for each part that has arrived whole.
/// </summary>
/// <remarks>
/// A part's mark is removed before its bytes are overwritten and made after the last of them, so a part that was torn by a dying process has no mark.
/// Nobody waits for a part to be flushed to the disk. If the machine itself went down meanwhile, marks may have outlived their bytes: then every
/// part is read again and compared with the etag, which is the XxHash128 of its content. That hash is no proof against malice, which MD5 is not
/// either: whoever may send the part may send any bytes. It is as good against damage at a fraction of the cost.
/// </remarks>
internal sealed class MultipartUpload
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, UploadedPart> _parts = [];
    private readonly Dictionary<int, PartWrite> _writing = [];
    private readonly string _folder;
    private readonly FlushAhead _flush = new();
    private bool _closed;

    private MultipartUpload(string folder, MultipartManifest manifest)
    {
        _folder = folder;
        Manifest = manifest;
    }

    public MultipartManifest Manifest { get; }

    public string DataPath => Path.Combine(_folder, "data");

    public string Folder => _folder;

    public static string ManifestPath(string folder) => Path.Combine(folder, "upload.json");

    public static MultipartUpload Create(string folder, MultipartManifest manifest)
    {
        Directory.CreateDirectory(Path.Combine(folder, "parts"));
        using (var data = File.OpenHandle(Path.Combine(folder, "data"), FileMode.CreateNew, FileAccess.Write)) RandomAccess.SetLength(data, manifest.Size);
        manifest.Write(ManifestPath(folder));
        return new MultipartUpload(folder, manifest);
    }

    /// <summary>Finds an upload of an earlier run, or null.</summary>
    public static MultipartUpload? Load(string folder, string? boot)
    {
        if (!File.Exists(ManifestPath(folder))) return null;
        var upload = new MultipartUpload(folder, MultipartManifest.Read(ManifestPath(folder)));
        var verify = upload.Manifest.Boot is null || upload.Manifest.Boot != boot;
        foreach (var mark in Directory.EnumerateFiles(Path.Combine(folder, "parts")))
        {
            if (upload.TryParse(Path.GetFileName(mark), out var part) && (!verify || upload.Hash(part) == part.ETag)) upload._parts[part.Number] = part;
            else File.Delete(mark);
        }

        if (verify && boot is not null) (upload.Manifest with { Boot = boot }).Write(ManifestPath(folder));
        return upload;
    }

    public List<UploadedPart> Parts()
    {
        lock (_lock) return _closed ? [] : [.. _parts.Values.OrderBy(part => part.Number)];
    }

    /// <summary>Begins to overwrite a part. An older request for the same part, whose connection may be dead already, is stopped first. Null once closed.</summary>
    public async Task<PartWrite?> Begin(int number, CancellationToken request)
    {
        while (true)
        {
            PartWrite older;
            lock (_lock)
            {
                if (_closed) return null;
                if (!_writing.TryGetValue(number, out older!))
                {
                    if (_parts.Remove(number, out var part)) File.Delete(MarkOf(part));
                    return _writing[number] = new PartWrite(number, request);
                }
            }

            await older.Stop();
        }
    }

    /// <summary>Ends what <see cref="Begin"/> began. With an etag the part has arrived. False when the upload was closed meanwhile.</summary>
    public bool End(PartWrite write, string? etag)
    {
        lock (_lock)
        {
            _writing.Remove(write.Number);
            write.Ended();
            if (_closed) return false;
            if (etag is null) return true;
            var part = new UploadedPart(write.Number, etag, Manifest.SizeOf(write.Number));
            File.Create(MarkOf(part)).Dispose();
            _parts[part.Number] = part;
        }

        _flush.Request(DataPath);
        return true;
    }

    /// <summary>Closes the upload if every part is there and is the one named.</summary>
    /// <exception cref="InvalidUploadException">One is missing or another; the upload stays open.</exception>
    public void Close(IReadOnlyList<UploadedPart> named)
    {
        lock (_lock)
        {
            if (_closed) throw new InvalidUploadException("The upload is completed or aborted already.");
            var byNumber = new Dictionary<int, UploadedPart>();
            foreach (var part in named)
                if (!byNumber.TryAdd(part.Number, part)) throw new InvalidUploadException($"Part {part.Number} is named twice.");
            for (var number = 1; number <= Manifest.Parts; number++)
            {
                if (!_parts.TryGetValue(number, out var stored)) throw new InvalidUploadException($"Part {number} of {Manifest.Parts} has not arrived.");
                if (!byNumber.Remove(number, out var part)) throw new InvalidUploadException($"Part {number} of {Manifest.Parts} is not named.");
                // A caller who keeps only etags names no sizes; S3 asks for none either.
                if (part.ETag.Trim('"') != stored.ETag || (part.Size != 0 && part.Size != stored.Size))
                    throw new InvalidUploadException($"Part {number} is not the one that is named.");
            }

            if (byNumber.Count > 0) throw new InvalidUploadException($"There is no part {byNumber.Keys.Max()}: the object has {Manifest.Parts}.");
            _closed = true;
        }
    }

    /// <summary>Opens a closed upload again, since completing it failed.</summary>
    public void Reopen()
    {
        lock (_lock) _closed = false;
    }

    /// <summary>Stops whoever writes, and removes everything.</summary>
    public async Task Abort()
    {
        List<PartWrite> writing;
        lock (_lock)
        {
            _closed = true;
            writing = [.. _writing.Values];
        }

        foreach (var write in writing) await write.Stop();
        Remove();
    }

    public void Remove()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    private string MarkOf(UploadedPart part) =>
        Path.Combine(_folder, "parts", string.Create(CultureInfo.InvariantCulture, $"{part.Number}-{part.Size}-{part.ETag}"));

    private bool TryParse(string mark, [NotNullWhen(true)] out UploadedPart? part)
    {
        part = mark.Split('-') is [var number, var size, { Length: 32 } etag]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= Manifest.Parts
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes == Manifest.SizeOf(n)
                ? new UploadedPart(n, etag, bytes)
                : null;
        return part is not null;
    }

    private string Hash(UploadedPart part)
    {
        using var data = File.OpenHandle(DataPath, options: FileOptions.SequentialScan);
        var hash = new XxHash128();
        var buffer = new byte[64 * 1024];
        var offset = Manifest.OffsetOf(part.Number);
        for (var left = part.Size; left > 0;)
        {
            var read = RandomAccess.Read(data, buffer.AsSpan(0, (int)Math.Min(buffer.Length, left)), offset);
            if (read == 0) break;
            hash.Append(buffer.AsSpan(0, read));
            offset += read;
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
