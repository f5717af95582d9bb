using System.IO.Hashing;
using System.IO.Pipelines;
using ContentPages.Backends.Local.Events;
using ContentPages.Grains.Media;
using ContentPages.Videos;
using Microsoft.Win32.SafeHandles;

namespace ContentPages.Backends.Local.Media;

/// <summary>
/// Objects as files below <c>{DataDirectory}/objects</c>, with S3's presigned protocol in front (<see cref="DiskObjectEndpoints"/>).
/// </summary>
/// <remarks>
/// <para>An object's etag is made of its time and size, which the file system keeps for us: a write gets a time of its own, later than every other one.
/// So objects that a transcoder wrote into the folder have etags too, and no second file can disagree with the first.</para>
/// <para>Flushing: an object made of parts is flushed to the disk before it gets its name, and its name after that. One that came in a single PUT gets its name
/// at once and is flushed behind the answer; until then it is not announced, and <see cref="Head"/> waits. So whatever the store has said of an object survives
/// a lost power supply. Parts are flushed as <see cref="MultipartUpload"/> says.</para>
/// </remarks>
public sealed class DiskObjectStore : IObjectStore, IDisposable
{
    private readonly ObjectFolder _folder;
    private readonly SigningKey _signing;
    private readonly MultipartUploads _uploads;
    private readonly LocalEventQueue _events;
    private readonly TimeProvider _time;
    private readonly BodyWriter _writer = new();
    private readonly SettlingObjects _settling = new();
    private long _lastStamp;

    internal DiskObjectStore(ObjectFolder folder, SigningKey signing, MultipartUploads uploads, LocalEventQueue events, TimeProvider time)
    {
        _folder = folder;
        _signing = signing;
        _uploads = uploads;
        _events = events;
        _time = time;
    }

    /// <summary>
    /// Where the object of a key is, or would be, or the folder of a prefix that ends in <c>/</c>: for a transcoder that reads and writes in place.
    /// Folders are not made.
    /// </summary>
    /// <exception cref="ArgumentException">Not a key.</exception>
    public string PathOf(string key) => _folder.PathOf(key);

    public PresignedRequest PresignPut(string key, string contentType, long size, TimeSpan lifetime)
    {
        ObjectKey.Check(key);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (contentType.Length is 0 or > 255 || contentType.Any(char.IsControl)) throw new ArgumentException("Not a content type.", nameof(contentType));
        return Presigned(new UploadTicketUrl(key, size, contentType, Expiry(lifetime)), new Dictionary<string, string> { ["Content-Type"] = contentType });
    }

    public PresignedRequest PresignPart(string key, string uploadId, int number, long size, TimeSpan lifetime)
    {
        ObjectKey.Check(key);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MultipartManifest.MaxParts);
        if (!Guid.TryParseExact(uploadId, "N", out _)) throw new ArgumentException("Not an upload id.", nameof(uploadId));
        return Presigned(new UploadTicketUrl(key, size, "", Expiry(lifetime), uploadId, number), new Dictionary<string, string>());
    }

    public Task<string> CreateMultipartUpload(string key, string contentType, long size, long partSize, CancellationToken cancel) =>
        Task.FromResult(_uploads.Create(key, contentType, size, partSize));

    public Task<IReadOnlyList<UploadedPart>> ListParts(string key, string uploadId, CancellationToken cancel) =>
        Task.Run<IReadOnlyList<UploadedPart>>(() => _uploads.Find(key, uploadId)?.Parts() ?? [], cancel);

    public Task<StoredObject> CompleteMultipartUpload(string key, string uploadId, IReadOnlyList<UploadedPart> parts, CancellationToken cancel) =>
        Task.Run(() => Complete(key, uploadId, parts), cancel);

    public async Task AbortMultipartUpload(string key, string uploadId, CancellationToken cancel)
    {
        if (_uploads.Find(key, uploadId) is not { } upload) return;
        await upload.Abort();
        _uploads.Forget(uploadId);
    }

    public async Task<StoredObject?> Head(string key, CancellationToken cancel)
    {
        await _settling.Settled(key).WaitAsync(cancel);
        return _folder.Find(key) is { } file ? new StoredObject(key, file.Length, ETagOf(file.LastWriteTimeUtc, file.Length)) : null;
    }

    public Task DeletePrefix(string prefix, CancellationToken cancel)
    {
        if (!ObjectKey.IsValidPrefix(prefix)) throw new ArgumentException("A prefix ends in a slash.", nameof(prefix));
        return Task.Run(() => _folder.DeletePrefix(prefix), cancel);
    }

    public void Dispose() => _writer.Dispose();

    internal TicketVerdict Verify(Microsoft.AspNetCore.Http.HttpRequest request, string key, out UploadTicketUrl ticket) =>
        UploadTicketUrl.Verify(request, key, _signing, _time.GetUtcNow(), out ticket);

    internal FileInfo? Find(string key) => ObjectKey.IsValid(key) ? _folder.Find(key) : null;

    /// <summary>Whether an object cannot get this key, since a folder of others has it, or since one of its folders is an object.</summary>
    internal bool IsTaken(string key) => _folder.IsTaken(key);

    internal static string ETagOf(DateTime modified, long size) => $"{modified.Ticks:x}-{size:x}";

    /// <summary>Receives a whole object. Until its last byte nothing can be seen of it; whatever goes wrong, nothing stays.</summary>
    internal async Task<StoredObject> Receive(UploadTicketUrl ticket, PipeReader body, CancellationToken cancel)
    {
        var arriving = Path.Combine(_folder.Uploads, $"put-{Guid.NewGuid():N}");
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(arriving, FileMode.CreateNew, FileAccess.Write);
            await _writer.Write(body, file, 0, ticket.Size, null, cancel);
            var stored = Stamp(file, ticket.Key, out var stamp);
            _folder.Publish(arriving, ticket.Key);
            var flushed = file;
            file = null;
            _settling.Begin(ticket.Key, () => Settle(flushed, stored, stamp));
            return stored;
        }
        finally
        {
            file?.Dispose();
            File.Delete(arriving);
        }
    }

    /// <summary>Receives one part of an upload and answers its etag, or null when there is no such upload.</summary>
    internal async Task<string?> ReceivePart(UploadTicketUrl ticket, PipeReader body, CancellationToken cancel)
    {
        if (_uploads.Find(ticket.Key, ticket.UploadId!) is not { } upload || !Fits(ticket, upload.Manifest)) return null;
        using var write = await upload.Begin(ticket.PartNumber, cancel);
        if (write is null) return null;
        string? etag = null;
        var open = false;
        try
        {
            using var data = File.OpenHandle(upload.DataPath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            var hash = new XxHash128();
            await _writer.Write(body, data, upload.Manifest.OffsetOf(ticket.PartNumber), ticket.Size, hash, write.Stopped);
            etag = Convert.ToHexStringLower(hash.GetCurrentHash());
        }
        finally
        {
            open = upload.End(write, etag);
        }

        if (!open) return null;
        _uploads.Touch(upload);
        return etag;
    }

    private static bool Fits(UploadTicketUrl ticket, MultipartManifest manifest) =>
        ticket.PartNumber >= 1 && ticket.PartNumber <= manifest.Parts && ticket.Size == manifest.SizeOf(ticket.PartNumber);

    private StoredObject Complete(string key, string uploadId, IReadOnlyList<UploadedPart> parts)
    {
        var upload = _uploads.Find(key, uploadId) ?? throw new InvalidUploadException("There is no such upload; it may be completed already.");
        upload.Close(parts);
        StoredObject stored;
        try
        {
            if (File.Exists(upload.DataPath))
            {
                using var data = File.OpenHandle(upload.DataPath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                stored = Publish(data, upload.DataPath, key);
            }
            else
            {
                // A process died after the rename below and before the folder was removed.
                stored = _folder.Find(key) is { } file && file.Length == upload.Manifest.Size
                    ? new StoredObject(key, file.Length, ETagOf(file.LastWriteTimeUtc, file.Length))
                    : throw new InvalidUploadException("The upload's data is gone.");
            }
        }
        catch
        {
            upload.Reopen();
            throw;
        }

        upload.Remove();
        _uploads.Forget(uploadId);
        return stored;
    }

    private StoredObject Publish(SafeFileHandle file, string path, string key)
    {
        var stored = Stamp(file, key, out var stamp);
        RandomAccess.FlushToDisk(file);
        _folder.Publish(path, key);
        // The rename is in the file system's journal now; flushing the file again carries the journal to the disk.
        RandomAccess.FlushToDisk(file);
        Announce(stored, ObjectCreatedEvent.Multipart, stamp);
        return stored;
    }

    /// <summary>What cannot be flushed is lost: it goes, so that the sender is asked for it again.</summary>
    private void Settle(SafeFileHandle file, StoredObject stored, DateTimeOffset stamp)
    {
        using (file)
        {
            try
            {
                RandomAccess.FlushToDisk(file);
            }
            catch (IOException)
            {
                if (_folder.Find(stored.Key) is { } lost && lost.LastWriteTimeUtc == stamp.UtcDateTime) lost.Delete();
                return;
            }
        }

        Announce(stored, ObjectCreatedEvent.Put, stamp);
    }

    private StoredObject Stamp(SafeFileHandle file, string key, out DateTimeOffset stamp)
    {
        stamp = NextStamp();
        File.SetLastWriteTimeUtc(file, stamp.UtcDateTime);
        var size = RandomAccess.GetLength(file);
        return new StoredObject(key, size, ETagOf(stamp.UtcDateTime, size));
    }

    private void Announce(StoredObject stored, string reason, DateTimeOffset stamp) =>
        _events.TryPublish(ObjectCreatedEvent.Of(stored, reason, _time.GetUtcNow(), stamp.UtcTicks));

    /// <summary>Now, but later than any time given out before, so that no two versions of an object share an etag.</summary>
    private DateTimeOffset NextStamp()
    {
        long last, next;
        do
        {
            last = Interlocked.Read(ref _lastStamp);
            next = Math.Max(_time.GetUtcNow().UtcTicks, last + 1);
        }
        while (Interlocked.CompareExchange(ref _lastStamp, next, last) != last);
        return new DateTimeOffset(next, TimeSpan.Zero);
    }

    private long Expiry(TimeSpan lifetime) => (_time.GetUtcNow() + lifetime).ToUnixTimeSeconds();

    private PresignedRequest Presigned(UploadTicketUrl ticket, Dictionary<string, string> headers) =>
        new(ticket.Sign(_signing), headers, DateTimeOffset.FromUnixTimeSeconds(ticket.Expires));
}
