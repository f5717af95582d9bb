using ContentPages.Grains.Media;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Simulation.Broken;

/// <summary>An object store that hands everything on; what is broken overrides it.</summary>
internal abstract class PassedOnObjects(IObjectStore objects) : IObjectStore
{
    public PresignedRequest PresignPut(string key, string contentType, long size, TimeSpan lifetime) => objects.PresignPut(key, contentType, size, lifetime);

    public Task<string> CreateMultipartUpload(string key, string contentType, long size, long partSize, CancellationToken cancel) =>
        objects.CreateMultipartUpload(key, contentType, size, partSize, cancel);

    public PresignedRequest PresignPart(string key, string uploadId, int number, long size, TimeSpan lifetime) => objects.PresignPart(key, uploadId, number, size, lifetime);

    public Task<IReadOnlyList<UploadedPart>> ListParts(string key, string uploadId, CancellationToken cancel) => objects.ListParts(key, uploadId, cancel);

    public Task<StoredObject> CompleteMultipartUpload(string key, string uploadId, IReadOnlyList<UploadedPart> parts, CancellationToken cancel) =>
        objects.CompleteMultipartUpload(key, uploadId, parts, cancel);

    public Task AbortMultipartUpload(string key, string uploadId, CancellationToken cancel) => objects.AbortMultipartUpload(key, uploadId, cancel);

    public virtual Task<StoredObject?> Head(string key, CancellationToken cancel) => objects.Head(key, cancel);

    public virtual Task DeletePrefix(string prefix, CancellationToken cancel) => objects.DeletePrefix(prefix, cancel);
}

/// <summary>Keeps the covers that it should remove.</summary>
internal sealed class HoardingObjects(IObjectStore objects) : PassedOnObjects(objects)
{
    public override Task DeletePrefix(string prefix, CancellationToken cancel) => StreamKeys.TryParse(prefix, out _) ? Task.CompletedTask : base.DeletePrefix(prefix, cancel);
}

/// <summary>Does not find the covers that it has.</summary>
internal sealed class BlindObjects(IObjectStore objects) : PassedOnObjects(objects)
{
    public override Task<StoredObject?> Head(string key, CancellationToken cancel) => StreamKeys.TryParseCover(key, out _) ? Task.FromResult<StoredObject?>(null) : base.Head(key, cancel);
}
