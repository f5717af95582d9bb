using ContentPages.Videos;

namespace ContentPages.Grains.Media;

/// <param name="Size">Bytes.</param>
public sealed record StoredObject(string Key, long Size, string ETag);

/// <summary>What a presigned request must be.</summary>
/// <param name="Headers">Headers that the request must carry.</param>
public sealed record PresignedRequest(Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);

/// <summary>S3's part of object storage that grains need. Keys are slash-separated; they never start with a slash or hold <c>..</c>.</summary>
public interface IObjectStore
{
    /// <summary>Signs one PUT of exactly <paramref name="size"/> bytes.</summary>
    PresignedRequest PresignPut(string key, string contentType, long size, TimeSpan lifetime);

    /// <summary>Begins a multipart upload and answers its id.</summary>
    Task<string> CreateMultipartUpload(string key, string contentType, long size, long partSize, CancellationToken cancel);

    /// <summary>Signs the PUT of one part of exactly <paramref name="size"/> bytes.</summary>
    PresignedRequest PresignPart(string key, string uploadId, int number, long size, TimeSpan lifetime);

    /// <summary>The parts that have arrived, by number; empty for an upload that is unknown, completed or aborted.</summary>
    Task<IReadOnlyList<UploadedPart>> ListParts(string key, string uploadId, CancellationToken cancel);

    /// <summary>Joins the parts into the object.</summary>
    /// <exception cref="InvalidUploadException">A part is missing, or its etag or size is not the one named.</exception>
    Task<StoredObject> CompleteMultipartUpload(string key, string uploadId, IReadOnlyList<UploadedPart> parts, CancellationToken cancel);

    /// <summary>Forgets an upload and its parts. Unknown ones are fine.</summary>
    Task AbortMultipartUpload(string key, string uploadId, CancellationToken cancel);

    /// <summary>The object, or null.</summary>
    Task<StoredObject?> Head(string key, CancellationToken cancel);

    /// <summary>Removes every object below a prefix that ends in <c>/</c>; nothing there is fine.</summary>
    Task DeletePrefix(string prefix, CancellationToken cancel);
}

/// <summary>The parts named do not make the object.</summary>
public sealed class InvalidUploadException(string message) : Exception(message);
