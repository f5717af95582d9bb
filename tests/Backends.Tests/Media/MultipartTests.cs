using System.Text.Json;
using ContentPages.Backends.Local.Media;
using ContentPages.Grains.Media;
using ContentPages.Videos;
using static ContentPages.Backends.Tests.Media.ObjectStoreHost;

namespace ContentPages.Backends.Tests.Media;

public sealed class MultipartTests : IAsyncLifetime
{
    private const int PartSize = 100_000;
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    private static readonly byte[] s_film = Bytes((2 * PartSize) + 7);
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;
    private readonly TempDirectory _folder = new();
    private ObjectStoreHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await Start(_folder);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Complete_PartsInAnyOrder_IsTheObject()
    {
        var id = await Create();
        var parts = new List<UploadedPart>();
        foreach (var number in new[] { 3, 1, 2 }) parts.Add(new UploadedPart(number, ETag(await Send(id, number)), 0));

        var stored = await _host.Store.CompleteMultipartUpload(Key, id, parts, _cancel);

        Assert.Equal((Key, s_film.LongLength), (stored.Key, stored.Size));
        Assert.Equal(stored, await _host.Store.Head(Key, _cancel));
        Assert.Equal(s_film, await File.ReadAllBytesAsync(_host.Store.PathOf(Key), _cancel));
        Assert.Equal(["objects/" + Key], _host.Files());
        Assert.Empty(await _host.Store.ListParts(Key, id, _cancel));
        using var json = JsonDocument.Parse(Assert.Single(await _host.Events.Receive(_cancel)).Body);
        Assert.Equal("CompleteMultipartUpload", json.RootElement.GetProperty("detail").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task ListParts_AfterARestart_HasWhatArrivedWhole()
    {
        var id = await Create();
        var etag = ETag(await Send(id, 2)).Trim('"');
        await Restart();

        Assert.Equal([new UploadedPart(2, etag, PartSize)], await _host.Store.ListParts(Key, id, _cancel));

        await Send(id, 1);
        await Send(id, 3);
        await _host.Store.CompleteMultipartUpload(Key, id, await _host.Store.ListParts(Key, id, _cancel), _cancel);
        Assert.Equal(s_film, await File.ReadAllBytesAsync(_host.Store.PathOf(Key), _cancel));
    }

    [Fact]
    public async Task ListParts_AfterTheMachineWentDown_LeavesOutPartsWhoseBytesWereLost()
    {
        var id = await Create();
        await Send(id, 1);
        await Send(id, 3);
        var upload = _folder[$"uploads/{id}"];
        var manifest = await File.ReadAllTextAsync(Path.Combine(upload, "upload.json"), _cancel);
        await File.WriteAllTextAsync(
            Path.Combine(upload, "upload.json"), manifest.Replace(MultipartManifest.CurrentBoot() ?? "null", "earlier", StringComparison.Ordinal), _cancel);
        using (var data = File.OpenHandle(Path.Combine(upload, "data"), access: FileAccess.Write)) RandomAccess.Write(data, new byte[4096], PartSize / 2);

        await Restart();

        Assert.Equal([3], (await _host.Store.ListParts(Key, id, _cancel)).Select(part => part.Number));
        Assert.Single(Directory.GetFiles(Path.Combine(upload, "parts")));
    }

    [Fact]
    public async Task Send_APartAgain_ReplacesIt()
    {
        var id = await Create();
        var first = ETag(await _host.Put(_host.Store.PresignPart(Key, id, 1, PartSize, s_hour), Bytes(PartSize, seed: 9)));
        var second = ETag(await Send(id, 1));
        Assert.NotEqual(first, second);
        Assert.Equal(second.Trim('"'), Assert.Single(await _host.Store.ListParts(Key, id, _cancel)).ETag);
        Assert.Equal(second, ETag(await Send(id, 1)));
    }

    [Fact]
    public async Task Send_APartWhoseOlderRequestHangs_TakesOver()
    {
        var id = await Create();
        ETag(await Send(id, 1));
        var hanging = new HangingContent(s_film.AsMemory(0, PartSize / 2), PartSize);
        var older = _host.Http.PutAsync(_host.Store.PresignPart(Key, id, 1, PartSize, s_hour).Url, hanging, _cancel);
        // From the moment that its bytes are overwritten the part counts as missing.
        await Eventually(async () => (await _host.Store.ListParts(Key, id, _cancel)).Count == 0);

        var etag = ETag(await Send(id, 1));
        hanging.Finish();

        await Problem(await older, 409, "part_superseded");
        Assert.Equal(etag.Trim('"'), Assert.Single(await _host.Store.ListParts(Key, id, _cancel)).ETag);
    }

    [Fact]
    public async Task Send_WhatDoesNotFitTheUpload_IsNotFound()
    {
        var id = await Create();
        await Problem(await _host.Put(_host.Store.PresignPart(Key, id, 4, 7, s_hour), new byte[7]), 404, "upload_not_found");
        await Problem(await _host.Put(_host.Store.PresignPart(Key, id, 3, 8, s_hour), new byte[8]), 404, "upload_not_found");
        await Problem(await _host.Put(_host.Store.PresignPart("sources/v2/original", id, 3, 7, s_hour), new byte[7]), 404, "upload_not_found");
        await Problem(await _host.Put(_host.Store.PresignPart(Key, new string('0', 32), 3, 7, s_hour), new byte[7]), 404, "upload_not_found");
        Assert.Empty(await _host.Store.ListParts(Key, id, _cancel));
    }

    [Fact]
    public async Task Send_ToAnotherPartOrUploadThanSigned_IsForbidden()
    {
        var id = await Create();
        var url = _host.Store.PresignPart(Key, id, 1, PartSize, s_hour).Url.ToString();
        foreach (var altered in new[] { url.Replace("partNumber=1", "partNumber=2", StringComparison.Ordinal), url.Replace(id, await Create(), StringComparison.Ordinal) })
            await Problem(await _host.Put(new Uri(altered, UriKind.Relative), new byte[PartSize]), 403, "signature_invalid");
    }

    [Fact]
    public async Task Complete_WithMissingOrWrongParts_ThrowsAndStaysOpen()
    {
        var id = await Create();
        var one = new UploadedPart(1, ETag(await Send(id, 1)), PartSize);
        var two = new UploadedPart(2, ETag(await Send(id, 2)), PartSize);
        var ghost = new UploadedPart(3, one.ETag, 7);
        await Refuse("Part 3 of 3 has not arrived.", one, two, ghost);
        var three = new UploadedPart(3, ETag(await Send(id, 3)), 7);
        await Refuse("Part 2 of 3 is not named.", one, three);
        await Refuse("Part 3 is not the one that is named.", one, two, ghost);
        await Refuse("Part 2 is not the one that is named.", one, two with { Size = 5 }, three);
        await Refuse("Part 1 is named twice.", one, one, two, three);
        await Refuse("There is no part 4: the object has 3.", one, two, three, three with { Number = 4 });

        Assert.Null(await _host.Store.Head(Key, _cancel));
        Assert.Equal(s_film.Length, (await _host.Store.CompleteMultipartUpload(Key, id, [three, two, one], _cancel)).Size);

        async Task Refuse(string message, params UploadedPart[] parts) =>
            Assert.Equal(message, (await Assert.ThrowsAsync<InvalidUploadException>(() => _host.Store.CompleteMultipartUpload(Key, id, parts, _cancel))).Message);
    }

    [Fact]
    public async Task Complete_AgainAfterAProcessDiedInTheMiddle_AnswersTheObject()
    {
        var id = await Create();
        for (var number = 1; number <= 3; number++) await Send(id, number);
        var parts = await _host.Store.ListParts(Key, id, _cancel);
        Directory.CreateDirectory(Path.GetDirectoryName(_host.Store.PathOf(Key))!);
        File.Move(_folder[$"uploads/{id}/data"], _host.Store.PathOf(Key));
        await Restart();

        Assert.Equal(s_film.Length, (await _host.Store.CompleteMultipartUpload(Key, id, parts, _cancel)).Size);
        Assert.Equal(["objects/" + Key], _host.Files());
    }

    [Fact]
    public async Task Complete_AnUnknownOrCompletedUpload_Throws()
    {
        await Assert.ThrowsAsync<InvalidUploadException>(() => _host.Store.CompleteMultipartUpload(Key, "../../keys", [], _cancel));
        await Assert.ThrowsAsync<InvalidUploadException>(() => _host.Store.CompleteMultipartUpload(Key, new string('a', 32), [], _cancel));
    }

    [Fact]
    public async Task Abort_RemovesEverythingAndMayBeRepeated()
    {
        var id = await Create();
        await Send(id, 1);
        await _host.Store.AbortMultipartUpload(Key, id, _cancel);
        await _host.Store.AbortMultipartUpload(Key, id, _cancel);
        await _host.Refused(await Send(id, 2), 404, "upload_not_found");
        Assert.Empty(Directory.GetFileSystemEntries(_folder["uploads"]));
    }

    [Fact]
    public async Task Sweep_RemovesWhatNothingWasSentToForAWeek()
    {
        var old = await Create();
        var used = await Create();
        var leftover = _folder["uploads/put-leftover"];
        await File.WriteAllTextAsync(leftover, "x", _cancel);
        File.SetLastWriteTimeUtc(leftover, _host.Clock.GetUtcNow().UtcDateTime);
        _host.Clock.Advance(TimeSpan.FromDays(6));
        await Send(used, 1, TimeSpan.FromDays(30));
        _host.Clock.Advance(TimeSpan.FromDays(1) + s_hour);
        await _host.Uploads.Sweep(TimeSpan.FromDays(7));

        Assert.Equal([_folder[$"uploads/{used}"]], Directory.GetFileSystemEntries(_folder["uploads"]));
        Assert.Single(await _host.Store.ListParts(Key, used, _cancel));
        await Problem(await Send(old, 1), 404, "upload_not_found");
    }

    [Fact]
    public async Task Create_OutOfBounds_Throws()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _host.Store.CreateMultipartUpload(Key, "video/mp4", 10_001, 1, _cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _host.Store.CreateMultipartUpload(Key, "video/mp4", 0, 1, _cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Store.CreateMultipartUpload("../x", "video/mp4", 1, 1, _cancel));
        Assert.Empty(_host.Files());
    }

    private Task<string> Create() => _host.Store.CreateMultipartUpload(Key, "video/mp4", s_film.Length, PartSize, _cancel);

    private Task<HttpResponseMessage> Send(string id, int number, TimeSpan? lifetime = null)
    {
        var bytes = s_film[((number - 1) * PartSize)..Math.Min(number * PartSize, s_film.Length)];
        return _host.Put(_host.Store.PresignPart(Key, id, number, bytes.Length, lifetime ?? s_hour), bytes);
    }

    private async Task Restart()
    {
        await _host.DisposeAsync();
        _host = await Start(_folder);
    }
}
