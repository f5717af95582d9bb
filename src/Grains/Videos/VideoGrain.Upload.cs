using ContentPages.Grains.Media;
using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>The road of the artist's file into the object store.</summary>
public sealed partial class VideoGrain
{
    /// <summary>How long a signed request works; a longer upload asks for more.</summary>
    private static readonly TimeSpan TicketLifetime = TimeSpan.FromHours(12);

    private const int MostPartsPerCall = 100;

    public async Task<Result<UploadTicket>> Create(CreateVideo command)
    {
        var created = await Run(new VideoCommand.Create(Id, command));
        return created.Rejection is { } rejection ? rejection : await Ticket();
    }

    public async Task<Result<IReadOnlyList<SignedPart>>> SignParts(IReadOnlyList<int> numbers)
    {
        if (NotUploading() is { } rejection) return new Result<IReadOnlyList<SignedPart>>(null, rejection);
        var (size, partSize) = (State.Source.Size, State.Upload.PartSize);
        var last = State.Upload.Kind is UploadKind.Multipart ? VideoUploadPlan.PartCount(size, partSize) : 0;
        if (numbers.Count is 0 or > MostPartsPerCall || numbers.Any(n => n < 1 || n > last))
        {
            return new Result<IReadOnlyList<SignedPart>>(null, new Rejection(RejectionKind.Invalid, "invalid_parts", last == 0
                ? "This upload is a single PUT and has no parts."
                : $"Ask for 1 to {MostPartsPerCall} parts with numbers from 1 to {last}."));
        }

        var uploadId = await EnsureMultipart();
        var parts = numbers.Distinct().Select(n =>
        {
            var signed = objects.PresignPart(VideoKeys.Source(Id), uploadId, n, VideoUploadPlan.PartLength(size, partSize, n), TicketLifetime);
            return new SignedPart(n, signed.Url, signed.ExpiresAt);
        });
        return new Result<IReadOnlyList<SignedPart>>([.. parts], null);
    }

    public async Task<Result<UploadProgress>> GetUpload()
    {
        if (NotUploading() is { } rejection) return rejection;
        var ticket = await Ticket();
        var parts = State.Upload.UploadId is { } upload ? await objects.ListParts(VideoKeys.Source(Id), upload, CancellationToken.None) : [];
        var arrived = await objects.Head(VideoKeys.Source(Id), CancellationToken.None) is not null;
        return new UploadProgress(ticket, State.Source, parts, arrived);
    }

    public async Task<Result<VideoSnapshot>> ConfirmUpload(IReadOnlyList<UploadedPart>? parts)
    {
        if (State.Status is VideoStatus.Processing or VideoStatus.Ready) return Snapshot;
        if (NotUploading() is { } rejection) return rejection;
        try
        {
            return await FindSource(parts) is { } source
                ? await Run(new VideoCommand.ArriveSource(source.Size))
                : Incomplete("The file has not arrived yet. Send it, then confirm again.");
        }
        catch (InvalidUploadException e)
        {
            return Incomplete(e.Message);
        }
    }

    public async Task<Result<VideoSnapshot>> SourceArrived(long size)
    {
        // A PUT that outlived its upload has left what nobody will ever use.
        if (State is { Status: VideoStatus.None or VideoStatus.Deleted } or { Status: VideoStatus.Failed, Failure.Retryable: false })
            await objects.DeletePrefix(VideoKeys.SourcePrefix(Id), CancellationToken.None);
        return await Run(new VideoCommand.ArriveSource(size));
    }

    /// <summary>The tab may have gone with everything sent and nothing confirmed.</summary>
    private async Task ReconcileUpload()
    {
        try
        {
            if (await FindSource(null) is { } source) await Run(new VideoCommand.ArriveSource(source.Size));
        }
        catch (InvalidUploadException)
        {
            // Parts are still missing: the artist may come back for them.
        }
    }

    /// <summary>The source object, made from its parts if need be; null for a single PUT that has not arrived.</summary>
    private async Task<StoredObject?> FindSource(IReadOnlyList<UploadedPart>? named)
    {
        var key = VideoKeys.Source(Id);
        if (await objects.Head(key, CancellationToken.None) is { } source) return source;
        if (State.Upload is not { Kind: UploadKind.Multipart, UploadId: { } upload }) return null;
        var arrived = await objects.ListParts(key, upload, CancellationToken.None);
        var missing = Enumerable.Range(1, VideoUploadPlan.PartCount(State.Source.Size, State.Upload.PartSize)).Except(arrived.Select(p => p.Number)).ToList();
        if (missing.Count > 0)
            throw new InvalidUploadException($"{missing.Count} parts are missing, the first is number {missing[0]}. Send them, then confirm again.");

        // Sizes come from the store: a caller names numbers and etags only.
        var parts = named is not { Count: > 0 } ? arrived
            : [.. named.Select(p => p with { Size = arrived.FirstOrDefault(a => a.Number == p.Number)?.Size ?? 0 })];
        return await objects.CompleteMultipartUpload(key, upload, parts, CancellationToken.None);
    }

    private async Task<UploadTicket> Ticket()
    {
        if (State.Upload.Kind is UploadKind.Multipart)
        {
            await EnsureMultipart();
            return new(Id, UploadKind.Multipart, null, new Dictionary<string, string>(), State.Upload.PartSize, time.GetUtcNow() + TicketLifetime);
        }

        var signed = objects.PresignPut(VideoKeys.Source(Id), State.Source.ContentType, State.Source.Size, TicketLifetime);
        return new(Id, UploadKind.Single, signed.Url, signed.Headers, null, signed.ExpiresAt);
    }

    /// <summary>Begun on first need, so that a crash after creation leaves nothing to mend.</summary>
    private async Task<string> EnsureMultipart()
    {
        if (State.Upload.UploadId is { } begun) return begun;
        var key = VideoKeys.Source(Id);
        var uploadId = await objects.CreateMultipartUpload(key, State.Source.ContentType, State.Source.Size, State.Upload.PartSize, CancellationToken.None);
        await Run(new VideoCommand.BeginUpload(uploadId));
        return uploadId;
    }

    private Rejection? NotUploading() => State.Status switch
    {
        VideoStatus.None or VideoStatus.Deleted => NotFound,
        VideoStatus.Uploading => null,
        var status => new Rejection(RejectionKind.Conflict, "not_uploading", $"The upload is over: the video is {status}, not {VideoStatus.Uploading}."),
    };

    private static Rejection Incomplete(string message) => new(RejectionKind.Conflict, "upload_incomplete", message);
}
