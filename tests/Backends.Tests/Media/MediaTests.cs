using System.Net;
using System.Net.Http.Headers;
using static ContentPages.Backends.Tests.Media.ObjectStoreHost;

namespace ContentPages.Backends.Tests.Media;

public sealed class MediaTests : IAsyncLifetime
{
    private const string Prefix = "videos/v1/1/";
    private static readonly byte[] s_bytes = Bytes(200_000);
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;
    private ObjectStoreHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Start();
        foreach (var name in new[] { "main.m3u8", "1080p/0001.m4s", "poster.jpg", "board.vtt", "film.mp4", "odd.html", "job.json" }) _host.Write(Prefix + name, s_bytes);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("main.m3u8", "application/vnd.apple.mpegurl", "no-cache")]
    [InlineData("1080p/0001.m4s", "video/iso.segment", "public, max-age=31536000, immutable")]
    [InlineData("poster.jpg", "image/jpeg", "public, max-age=31536000, immutable")]
    [InlineData("board.vtt", "text/vtt; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("film.mp4", "video/mp4", "public, max-age=31536000, immutable")]
    public async Task Get_APublicObject_HasItsTypeAndCaching(string name, string type, string caching)
    {
        _host.PublicKeys.Add(Prefix + name);
        var address = _host.Addresses.Of(Prefix, name, Visibility.Public);

        var response = await Get(address.Url);

        Assert.Equal(($"/media/public/{Prefix}{name}", null), (address.Url, address.ExpiresAt));
        Assert.Equal(s_bytes, await response.Content.ReadAsByteArrayAsync(_cancel));
        Assert.Equal((type, "nosniff"), (response.Content.Headers.ContentType!.ToString(), response.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(caching, Caching(response));
        Assert.Equal(_host.Clock.GetUtcNow(), response.Content.Headers.LastModified);
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        Assert.Equal((await _host.Store.Head(Prefix + name, _cancel))!.ETag, ETag(response).Trim('"'));
    }

    [Theory]
    [InlineData("odd.html")]
    [InlineData("job.json")]
    public async Task Get_WhatNoPlayerFetches_IsNotFound(string name)
    {
        _host.PublicKeys.Add(Prefix + name);

        Assert.Equal(HttpStatusCode.NotFound, (await Get(_host.Addresses.Of(Prefix, name, Visibility.Public).Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(_host.Addresses.Of(Prefix, name, Visibility.Private).Url)).StatusCode);
    }

    [Theory]
    [InlineData("main.m3u8", "private, no-cache")]
    [InlineData("1080p/0001.m4s", "private, max-age=3600")]
    public async Task Get_ASignedAddress_OpensItsWholePrefixToItsHolder(string name, string caching)
    {
        var address = _host.Addresses.Of(Prefix, "main.m3u8", Visibility.Private);

        var response = await Get(new Uri(new Uri(_host.Address, address.Url), name).ToString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(caching, Caching(response));
    }

    [Fact]
    public async Task Get_WhatIsNotPublic_IsNotFoundAndNotCached()
    {
        var response = await Get($"/media/public/{Prefix}main.m3u8");
        await Problem(response, 404, "media_not_found");
        Assert.Equal("no-store", Caching(response));
        _host.PublicKeys.Add(Prefix + "none.m4s");
        await Problem(await Get($"/media/public/{Prefix}none.m4s"), 404, "media_not_found");
        _host.PublicKeys.Add(Prefix + "1080p");
        await Problem(await Get($"/media/public/{Prefix}1080p"), 404, "media_not_found");
    }

    [Fact]
    public async Task Get_ASourceFile_IsNeverPublicWhateverTheGateSays()
    {
        _host.Write("sources/v1/1/original", s_bytes);
        _host.PublicKeys.Add("sources/v1/1/original");
        await Problem(await Get("/media/public/sources/v1/1/original"), 404, "media_not_found");
    }

    [Fact]
    public async Task Get_WithAnAlteredOrForeignGrant_IsForbidden()
    {
        _host.Write("videos/v2/1/main.m3u8", s_bytes);
        var grant = Grant(_host.Addresses.Of(Prefix, "main.m3u8", Visibility.Unlisted).Url);
        var later = grant.Replace(grant[..10], Text(long.Parse(grant[..10], null) + 1), StringComparison.Ordinal);
        await Problem(await Get($"/media/{grant}/videos/v2/1/main.m3u8"), 403, "signature_invalid");
        await Problem(await Get($"/media/{later}/{Prefix}main.m3u8"), 403, "signature_invalid");
        await Problem(await Get($"/media/{grant[..^1]}/{Prefix}main.m3u8"), 403, "signature_invalid");
        await Problem(await Get($"/media/private/{Prefix}main.m3u8"), 403, "signature_invalid");
        await using var other = await Start();
        var foreign = Grant(other.Addresses.Of(Prefix, "main.m3u8", Visibility.Unlisted).Url);
        await Problem(await Get($"/media/{foreign}/{Prefix}main.m3u8"), 403, "signature_invalid");
    }

    [Fact]
    public async Task SignedAddresses_StayTheSameWithinAnHourAndEnd()
    {
        var first = _host.Addresses.Of(Prefix, "main.m3u8", Visibility.Private);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 19, 0, 0, TimeSpan.Zero), first.ExpiresAt);
        _host.Clock.Advance(TimeSpan.FromMinutes(25));
        Assert.Equal(first, _host.Addresses.Of(Prefix, "main.m3u8", Visibility.Unlisted));
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first, _host.Addresses.Of(Prefix, "main.m3u8", Visibility.Private));

        _host.Clock.SetUtcNow(first.ExpiresAt!.Value.AddSeconds(-1));
        Assert.Equal(HttpStatusCode.OK, (await Get(first.Url)).StatusCode);
        _host.Clock.SetUtcNow(first.ExpiresAt!.Value);
        await Problem(await Get(first.Url), 403, "ticket_expired");
    }

    [Theory]
    [InlineData("bytes=0-99", 0, 100)]
    [InlineData("bytes=199990-", 199_990, 10)]
    [InlineData("bytes=-5", 199_995, 5)]
    [InlineData("bytes=100000-999999", 100_000, 100_000)]
    public async Task Get_ARange_AnswersJustThat(string range, int from, int length)
    {
        var response = await Get(Signed("film.mp4"), request => request.Headers.Range = RangeHeaderValue.Parse(range));
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(s_bytes[from..(from + length)], await response.Content.ReadAsByteArrayAsync(_cancel));
        Assert.Equal($"bytes {from}-{from + length - 1}/200000", response.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task Get_ARangeBehindTheEnd_IsNotSatisfiable()
    {
        var response = await Get(Signed("film.mp4"), request => request.Headers.Range = new RangeHeaderValue(200_000, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal("bytes */200000", response.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task Get_WhatTheClientHas_IsNotModifiedUntilItChanges()
    {
        var etag = (await Get(Signed("main.m3u8"))).Headers.ETag!;
        var same = await Get(Signed("main.m3u8"), request => request.Headers.IfNoneMatch.Add(etag));
        Assert.Equal((HttpStatusCode.NotModified, "private, no-cache"), (same.StatusCode, Caching(same)));
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(_cancel));

        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        _host.Write(Prefix + "main.m3u8", s_bytes);

        Assert.Equal(HttpStatusCode.OK, (await Get(Signed("main.m3u8"), request => request.Headers.IfNoneMatch.Add(etag))).StatusCode);
        var stale = await Get(Signed("main.m3u8"), request =>
        {
            request.Headers.Range = new RangeHeaderValue(0, 9);
            request.Headers.IfRange = new RangeConditionHeaderValue(etag);
        });
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
    }

    [Fact]
    public async Task Head_HasTheHeadersAndNoBody()
    {
        var response = await Get(Signed("film.mp4"), request => request.Method = HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, 200_000L), (response.StatusCode, response.Content.Headers.ContentLength));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(_cancel));
    }

    [Fact]
    public void Addresses_OfWhatIsNotDeepEnough_CannotBeSigned()
    {
        Assert.Throws<ArgumentException>(() => _host.Addresses.Of("videos/v1/", "x.mp4", Visibility.Private));
        Assert.Throws<ArgumentException>(() => _host.Addresses.Of(Prefix, "../x.mp4", Visibility.Public));
    }

    private string Signed(string name) => _host.Addresses.Of(Prefix, name, Visibility.Private).Url;

    private static string Grant(string url) => url.Split('/')[2];

    private static string Caching(HttpResponseMessage response) => response.Headers.NonValidated["Cache-Control"].ToString();

    private Task<HttpResponseMessage> Get(string url, Action<HttpRequestMessage>? alter = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        alter?.Invoke(request);
        return _host.Http.SendAsync(request, _cancel);
    }
}
