namespace ContentPages.Videos;

[GenerateSerializer, Alias("contentpages.UploadKind")]
public enum UploadKind
{
    /// <summary>One PUT of the whole file.</summary>
    Single = 0,
    /// <summary>S3 multipart: parts of <see cref="UploadTicket.PartSize"/> bytes, the last may be short.</summary>
    Multipart = 1,
}

/// <summary>How to send the bytes straight to the object store.</summary>
/// <param name="Url">Where to PUT a <see cref="UploadKind.Single"/> upload; null for multipart.</param>
/// <param name="Headers">Headers the PUT must carry; they are part of the signature.</param>
/// <param name="PartSize">Bytes per part of a multipart upload; null for a single one.</param>
/// <param name="ExpiresAt">When the URL stops working. The upload itself stays resumable until it is abandoned.</param>
[GenerateSerializer, Immutable, Alias("contentpages.UploadTicket")]
public sealed record UploadTicket(
    [property: Id(0)] string VideoId,
    [property: Id(1)] UploadKind Kind,
    [property: Id(2)] Uri? Url,
    [property: Id(3)] IReadOnlyDictionary<string, string> Headers,
    [property: Id(4)] long? PartSize,
    [property: Id(5)] DateTimeOffset ExpiresAt);

/// <summary>A part to send: <c>PUT Url</c>.</summary>
/// <param name="Number">1 to 10,000.</param>
[GenerateSerializer, Immutable, Alias("contentpages.SignedPart")]
public sealed record SignedPart([property: Id(0)] int Number, [property: Id(1)] Uri Url, [property: Id(2)] DateTimeOffset ExpiresAt);

/// <summary>A part that the object store has.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.UploadedPart")]
public sealed record UploadedPart([property: Id(0)] int Number, [property: Id(1)] string ETag, [property: Id(2)] long Size);

/// <summary>What has arrived so far, to resume.</summary>
/// <param name="ObjectArrived">Whether the whole object is there and only the confirmation is missing.</param>
[GenerateSerializer, Immutable, Alias("contentpages.UploadProgress")]
public sealed record UploadProgress(
    [property: Id(0)] UploadTicket Ticket,
    [property: Id(1)] SourceFile Source,
    [property: Id(2)] IReadOnlyList<UploadedPart> Parts,
    [property: Id(3)] bool ObjectArrived);
