using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using static ContentPages.Backends.Tests.Media.ObjectStoreHost;

namespace ContentPages.Backends.Tests.Media;

public sealed class SinglePutTests : IAsyncLifetime
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;
    private ObjectStoreHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_001)]
    public async Task Put_AsSigned_StoresTheObject(int size)
    {
        var bytes = Bytes(size);

        var response = await _host.Put(_host.Store.PresignPut(Key, "video/mp4", size, s_hour), bytes);

        var stored = await _host.Store.Head(Key, _cancel);
        Assert.NotNull(stored);
        Assert.Equal((Key, (long)size, ETag(response)), (stored.Key, stored.Size, $"\"{stored.ETag}\""));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_host.Store.PathOf(Key), _cancel));
        Assert.Equal(["objects/" + Key], _host.Files());
    }

    [Fact]
    public void Presign_AnswersARelativeAddressItsHeadersAndItsEnd()
    {
        var request = _host.Store.PresignPut(Key, "video/mp4", 5, s_hour);
        Assert.False(request.Url.IsAbsoluteUri);
        Assert.StartsWith($"/objects/{Key}?size=5&expires=", request.Url.ToString(), StringComparison.Ordinal);
        Assert.Equal([new("Content-Type", "video/mp4")], request.Headers);
        Assert.Equal(_host.Clock.GetUtcNow() + s_hour, request.ExpiresAt);
    }

    [Fact]
    public async Task Put_LargerThanTheServersLimit_IsStored()
    {
        // Kestrel refuses bodies above 30,000,000 bytes unless it is told otherwise.
        var bytes = Bytes(31_000_000);
        ETag(await _host.Put(_host.Store.PresignPut(Key, "video/mp4", bytes.Length, s_hour), bytes));
        Assert.Equal(bytes.Length, (await _host.Store.Head(Key, _cancel))!.Size);
    }

    [Fact]
    public async Task Put_Twice_TheLastWinsWithAnotherETag()
    {
        var request = _host.Store.PresignPut(Key, "video/mp4", 3, s_hour);
        var first = ETag(await _host.Put(request, "one"u8.ToArray()));
        var second = ETag(await _host.Put(request, "two"u8.ToArray()));
        Assert.NotEqual(first, second);
        Assert.Equal("two", await File.ReadAllTextAsync(_host.Store.PathOf(Key), _cancel));
    }

    [Fact]
    public async Task Put_Done_PublishesTheEventOfS3()
    {
        var etag = ETag(await _host.Put(_host.Store.PresignPut(Key, "video/mp4", 5, s_hour), "hello"u8.ToArray()));

        using var json = JsonDocument.Parse(Assert.Single(await _host.Events.Receive(_cancel)).Body);
        var root = json.RootElement;
        Assert.Equal(("Object Created", "aws.s3", "2026-11-22T12:34:56Z"),
            (root.GetProperty("detail-type").GetString(), root.GetProperty("source").GetString(), root.GetProperty("time").GetString()));
        var detail = root.GetProperty("detail");
        Assert.Equal("PutObject", detail.GetProperty("reason").GetString());
        Assert.Equal("local", detail.GetProperty("bucket").GetProperty("name").GetString());
        var stored = detail.GetProperty("object");
        Assert.Equal((Key, 5L, etag),
            (stored.GetProperty("key").GetString(), stored.GetProperty("size").GetInt64(), $"\"{stored.GetProperty("etag").GetString()}\""));
    }

    [Theory]
    [InlineData("v1", "v2")]
    [InlineData("size=5", "size=6")]
    [InlineData("expires=1", "expires=2")]
    [InlineData("signature=", "signature=A")]
    [InlineData("signature=", "sig=")]
    [InlineData("&signature=", "&uploadId=0123&partNumber=1&signature=")]
    [InlineData("?size", "?size=5&size")]
    public async Task Put_WithAnAlteredAddress_IsForbidden(string from, string to)
    {
        var url = _host.Store.PresignPut(Key, "video/mp4", 5, s_hour).Url.ToString();
        var altered = url.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(url, altered);
        await _host.Refused(await _host.Put(new Uri(altered, UriKind.Relative), "hello"u8.ToArray(), "video/mp4"), 403, "signature_invalid");
    }

    [Fact]
    public async Task Put_WithAnotherContentType_IsForbidden()
    {
        var url = _host.Store.PresignPut(Key, "video/mp4", 5, s_hour).Url;
        await _host.Refused(await _host.Put(url, "hello"u8.ToArray(), "text/html"), 403, "signature_invalid");
        await _host.Refused(await _host.Put(url, "hello"u8.ToArray()), 403, "signature_invalid");
    }

    [Fact]
    public async Task Put_WithTheAddressOfAnotherStore_IsForbidden()
    {
        await using var other = await Start();
        await _host.Refused(await _host.Put(other.Store.PresignPut(Key, "video/mp4", 5, s_hour), "hello"u8.ToArray()), 403, "signature_invalid");
    }

    [Fact]
    public async Task Put_AtTheEndOfItsTime_HasExpired()
    {
        var request = _host.Store.PresignPut(Key, "video/mp4", 5, s_hour);
        _host.Clock.Advance(s_hour);
        await _host.Refused(await _host.Put(request, "hello"u8.ToArray()), 403, "ticket_expired");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public async Task Put_OfAnotherSize_IsRefusedBeforeItsBody(int size) =>
        await _host.Refused(await _host.Put(_host.Store.PresignPut(Key, "video/mp4", 5, s_hour), new byte[size]), 400, "size_mismatch");

    [Fact]
    public async Task Put_OfUnknownLength_IsRefused()
    {
        var request = _host.Store.PresignPut(Key, "video/mp4", 5, s_hour);
        using var message = new HttpRequestMessage(HttpMethod.Put, request.Url) { Content = new ByteArrayContent("hello"u8.ToArray()) };
        message.Content.Headers.ContentType = new("video/mp4");
        message.Headers.TransferEncodingChunked = true;
        await _host.Refused(await _host.Http.SendAsync(message, _cancel), 411, "length_required");
    }

    [Fact]
    public async Task Put_WhoseConnectionBreaks_LeavesNothing()
    {
        var url = _host.Store.PresignPut(Key, "video/mp4", 1_000_000, s_hour).Url;
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(_host.Address.Host, _host.Address.Port, _cancel);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT {url} HTTP/1.1\r\nHost: x\r\nContent-Type: video/mp4\r\nContent-Length: 1000000\r\n\r\n"), _cancel);
            await stream.WriteAsync(new byte[600_000], _cancel);
            await Eventually(() => Task.FromResult(_host.Files().Length == 1));
            socket.Client.LingerState = new LingerOption(true, 0);
        }

        await Eventually(() => Task.FromResult(_host.Files().Length == 0));
        Assert.Null(await _host.Store.Head(Key, _cancel));
    }

    [Fact]
    public async Task Put_WhereAFolderIs_IsAConflict()
    {
        ETag(await _host.Put(_host.Store.PresignPut("sources/v1/original/x", "video/mp4", 1, s_hour), new byte[1]));
        await Problem(await _host.Put(_host.Store.PresignPut("sources/v1/original", "video/mp4", 1, s_hour), new byte[1]), 409, "key_conflict");
        await Problem(await _host.Put(_host.Store.PresignPut("sources/v1/original/x/y", "video/mp4", 1, s_hour), new byte[1]), 409, "key_conflict");
        Assert.Equal(["objects/sources/v1/original/x"], _host.Files());
    }
}
