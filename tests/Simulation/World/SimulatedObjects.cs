using ContentPages.Grains.Media;
using ContentPages.Videos;

namespace ContentPages.Simulation.World;

/// <summary>The way of one process to the object store. A signed address is the key itself, or the upload's id and the part.</summary>
internal sealed class SimulatedObjects(ObjectWorld objects, Port port, TimeProvider time) : IObjectStore
{
    private static readonly Dictionary<string, string> s_noHeaders = [];

    public PresignedRequest PresignPut(string key, string contentType, long size, TimeSpan lifetime) =>
        new(new($"sim://store/{key}"), s_noHeaders, time.GetUtcNow() + lifetime);

    public PresignedRequest PresignPart(string key, string uploadId, int number, long size, TimeSpan lifetime) =>
        new(new($"sim://{uploadId}/{number}/{size}"), s_noHeaders, time.GetUtcNow() + lifetime);

    public Task<string> CreateMultipartUpload(string key, string contentType, long size, long partSize, CancellationToken cancel) =>
        port.Write($"begin {key}", () => objects.Begin(key));

    public Task<IReadOnlyList<UploadedPart>> ListParts(string key, string uploadId, CancellationToken cancel) => port.Read("parts", () => objects.Parts(uploadId));

    public Task<StoredObject> CompleteMultipartUpload(string key, string uploadId, IReadOnlyList<UploadedPart> parts, CancellationToken cancel) =>
        port.Write($"complete {uploadId}", () => objects.Complete(uploadId, parts));

    public Task AbortMultipartUpload(string key, string uploadId, CancellationToken cancel) => port.Write($"abort {uploadId}", () => objects.Abort(uploadId));

    public Task<StoredObject?> Head(string key, CancellationToken cancel) => port.Read("head", () => objects.Find(key));

    public Task DeletePrefix(string prefix, CancellationToken cancel) => port.Write($"remove {prefix}", () => objects.Remove(prefix));
}
