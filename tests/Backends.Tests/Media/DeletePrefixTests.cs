using static ContentPages.Backends.Tests.Media.ObjectStoreHost;

namespace ContentPages.Backends.Tests.Media;

public sealed class DeletePrefixTests : IAsyncLifetime
{
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;
    private ObjectStoreHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task DeletePrefix_RemovesTheTreeAndEmptyFoldersAbove()
    {
        _host.Write("videos/v1/1/a.mp4", [1]);
        _host.Write("videos/v1/1/1080p/b.mp4", [1]);
        _host.Write("videos/v10/1/a.mp4", [1]);

        await _host.Store.DeletePrefix("videos/v1/1/", _cancel);
        await _host.Store.DeletePrefix("videos/v1/1/", _cancel);

        Assert.Equal(["objects/videos/v10/1/a.mp4"], _host.Files());
        Assert.False(Directory.Exists(_host.Folder["objects/videos/v1"]));
        await _host.Store.DeletePrefix("videos/v10/", _cancel);
        Assert.True(Directory.Exists(_host.Folder["objects"]));
        Assert.Empty(Directory.GetFileSystemEntries(_host.Folder["trash"]));
    }

    [Fact]
    public async Task DeletePrefix_OfAFile_LeavesIt()
    {
        _host.Write("videos/v1/1/a.mp4", [1]);
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Store.DeletePrefix("videos/v1/1/a.mp4", _cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Store.DeletePrefix("videos/v1", _cancel));
        Assert.Equal(["objects/videos/v1/1/a.mp4"], _host.Files());
    }

    [Fact]
    public async Task DeletePrefix_WhileAViewerReads_DoesNotBreakTheDownload()
    {
        var bytes = Bytes(8_000_000);
        _host.Write("videos/v1/1/a.mp4", bytes);
        _host.PublicKeys.Add("videos/v1/1/a.mp4");
        using var response = await _host.Http.GetAsync("/media/public/videos/v1/1/a.mp4", HttpCompletionOption.ResponseHeadersRead, _cancel);

        await _host.Store.DeletePrefix("videos/v1/", _cancel);

        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync(_cancel));
        await Problem(await _host.Http.GetAsync("/media/public/videos/v1/1/a.mp4", _cancel), 404, "media_not_found");
    }

    [Fact]
    public async Task Trash_OfAProcessThatDied_IsEmptied()
    {
        Directory.CreateDirectory(_host.Folder["trash/x/y"]);
        await File.WriteAllTextAsync(_host.Folder["trash/x/y/z"], "z", _cancel);
        _host.Objects.EmptyTrash();
        Assert.Empty(Directory.GetFileSystemEntries(_host.Folder["trash"]));
    }
}
