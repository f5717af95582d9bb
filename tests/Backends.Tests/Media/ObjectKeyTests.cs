using System.Net.Sockets;
using System.Text;
using ContentPages.Backends.Local.Media;
using static ContentPages.Backends.Tests.Media.ObjectStoreHost;

namespace ContentPages.Backends.Tests.Media;

public sealed class ObjectKeyTests : IAsyncLifetime
{
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;
    private ObjectStoreHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public static TheoryData<string> Tricks =>
    [
        "", "/", "/etc/passwd", "..", ".", "../x", "a/../b", "a/..", "a//b", "a/", "a/./b", "a\\b", "..\\x", "a\0b", "a\nb", "a\u007fb", ".hidden", "a/.b",
        "%2e%2e/x", "%252e%252e/x", "a%2fb", "\uff0e\uff0e/x", "a/\u2024\u2024/b", "ä", "C:/x", "a:b", "~/x", "a b", "CON?", "a*", new string('a', ObjectKey.MaxSegment + 1),
        string.Join('/', Enumerable.Repeat("aaaaaaaaa", 60)),
    ];

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task AnOddKey_IsRefusedEverywhere(string key)
    {
        Assert.False(ObjectKey.IsValid(key));
        Assert.Throws<ArgumentException>(() => _host.Store.PresignPut(key, "video/mp4", 1, TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentException>(() => _host.Store.PathOf(key + (key.EndsWith('/') ? "/" : "")));
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Store.Head(key, _cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Store.DeletePrefix(key + "/", _cancel));
        Assert.Empty(_host.Files());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("videos/0192f0c4-7a1b-7c3d-8e4f-a1b2c3d4e5f6/1/1080p/00001.m4s")]
    [InlineData("A/b_C/d..e")]
    public void AnOrdinaryKey_IsBelowTheFolder(string key)
    {
        Assert.True(ObjectKey.IsValid(key));
        Assert.Equal(Path.Combine(_host.Folder["objects"], key), _host.Store.PathOf(key));
        Assert.Equal(_host.Store.PathOf(key), _host.Store.PathOf(key + "/"));
    }

    // Sent as they are, since clients tidy them up before sending.
    [Theory]
    [InlineData("/objects/../keys/objects.key")]
    [InlineData("/objects/%2e%2e/keys/objects.key")]
    [InlineData("/objects/%252e%252e/keys/objects.key")]
    [InlineData("/objects/..%2fkeys%2fobjects.key")]
    [InlineData("/objects/..%5ckeys")]
    [InlineData("/objects//etc/passwd")]
    [InlineData("/objects/%00")]
    [InlineData("/media/public/../../keys/objects.key")]
    [InlineData("/media/public/videos/a/1/%2e%2e/%2e%2e/%2e%2e/%2e%2e/keys/objects.key")]
    [InlineData("/media/public/videos/a/1/..%2f..%2f..%2f..%2fkeys%2fobjects.key")]
    [InlineData("/media/public/videos/a/1/%c0%ae%c0%ae/x")]
    public async Task ATrickOnTheWire_IsAClientErrorAndTellsNothing(string path)
    {
        foreach (var method in new[] { "GET", "PUT" })
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(_host.Address.Host, _host.Address.Port, _cancel);
            await socket.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes($"{method} {path}?size=1&expires=1&signature=x HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), _cancel);
            using var reader = new StreamReader(socket.GetStream());
            var answer = await reader.ReadToEndAsync(_cancel);
            Assert.Matches("^HTTP/1.1 4(00|03|04|05) ", answer);
            Assert.DoesNotContain(_host.Folder.Path, answer, StringComparison.Ordinal);
        }

        Assert.Empty(_host.Files());
    }

    [Fact]
    public async Task ASymbolicLink_IsNotFollowed()
    {
        using var outside = new TempDirectory();
        await File.WriteAllTextAsync(outside["secret.mp4"], "secret", _cancel);
        Directory.CreateDirectory(_host.Folder["objects/videos/v1"]);
        Directory.CreateSymbolicLink(_host.Folder["objects/videos/v1/1"], outside.Path);
        _host.PublicKeys.Add("videos/v1/1/secret.mp4");

        Assert.Null(await _host.Store.Head("videos/v1/1/secret.mp4", _cancel));
        await Problem(await _host.Http.GetAsync("/media/public/videos/v1/1/secret.mp4", _cancel), 404, "media_not_found");
        var put = await _host.Put(_host.Store.PresignPut("videos/v1/1/new.mp4", "video/mp4", 1, TimeSpan.FromHours(1)), new byte[1]);
        Assert.Equal(500, (int)put.StatusCode);
        Assert.Equal([outside["secret.mp4"]], Directory.GetFileSystemEntries(outside.Path));

        await _host.Store.DeletePrefix("videos/v1/", _cancel);
        Assert.Equal("secret", await File.ReadAllTextAsync(outside["secret.mp4"], _cancel));
    }

    [Fact]
    public void TheKey_IsReadableByItsOwnerOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        _host.Store.PresignPut(Key, "video/mp4", 1, TimeSpan.FromHours(1));
#pragma warning disable CA1416 // Skipped there.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_host.Folder["keys/objects.key"]));
#pragma warning restore CA1416
        Assert.Equal(32, new FileInfo(_host.Folder["keys/objects.key"]).Length);
    }
}
