using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>The road of the cover picture into the object store.</summary>
public sealed partial class LiveStreamGrain
{
    private const long LargestCover = 8 * 1024 * 1024;

    public async Task<Result<CoverTicket>> PresignCover(string contentType, long size)
    {
        if (IsGone) return NotFound;
        if (Extension(contentType) is not { } extension || size is < 1 or > LargestCover)
            return new Rejection(RejectionKind.Invalid, "invalid_cover", "A cover is a JPEG, PNG or WebP picture of at most 8 MiB.");
        var key = StreamKeys.Cover(Id, $"{EntityId.New(time.GetUtcNow())}/cover.{extension}");
        var expected = await Run(new LiveStreamCommand.ExpectCover(key));
        if (expected.Rejection is { } rejection) return rejection;
        var signed = objects.PresignPut(key, contentType, size, LiveStreamSchedule.CoverTicket);
        return new CoverTicket(signed.Url, signed.Headers, signed.ExpiresAt);
    }

    public async Task CoverArrived(string key)
    {
        // Only what has a folder of its own can be removed alone.
        if (!StreamKeys.TryParseCover(key, out var streamId) || streamId != Id || StreamKeys.FolderOf(key) == StreamKeys.Cover(Id, "")) return;

        // A PUT that outlived its stream has left what nobody will ever see.
        if (IsGone) await objects.DeletePrefix(StreamKeys.Prefix(Id), CancellationToken.None);
        else await Run(new LiveStreamCommand.ArriveCover(key));
    }

    private async Task RemoveCovers()
    {
        var keys = State.Covers.Unwanted;
        foreach (var key in keys) await objects.DeletePrefix(StreamKeys.FolderOf(key), CancellationToken.None);
        await Run(new LiveStreamCommand.ForgetCovers(keys));
    }

    private static string? Extension(string contentType) => contentType switch
    {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        _ => null,
    };
}
