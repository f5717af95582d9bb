using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ContentPages.Bench.Server;

/// <summary>A signed-in artist who uses the HTTP API as any program would.</summary>
internal sealed class Artist : IDisposable
{
    private readonly HttpClient _http;

    private Artist(Uri address) => _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>What a program signs in with where it cannot send a header.</summary>
    public string Token { get; private set; } = "";

    public static async Task<Artist> SignUp(
        ChildServer server, CancellationToken cancel, string email = "artist@example.org", string displayName = "The Measured Quartet")
    {
        var artist = new Artist(server.Address);
        var account = new { email, password = "a long enough phrase", displayName };
        await artist.Post("api/account/register", account, cancel);
        var tokens = await artist.Post("api/account/login", new { account.email, account.password }, cancel);
        artist.Token = tokens.GetProperty("accessToken").GetString()!;
        artist._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", artist.Token);
        return artist;
    }

    public async Task<Ticket> AskForTicket(long size, CancellationToken cancel)
    {
        var wanted = new { fileName = "film.mp4", contentType = "video/mp4", size, title = "Film", visibility = "private" };
        var answer = await Post("api/videos/upload/presigned", wanted, cancel);
        var multipart = answer.GetProperty("kind").GetString() == "multipart";
        return new Ticket(
            answer.GetProperty("videoId").GetString()!,
            multipart ? null : Address(answer.GetProperty("url")),
            answer.TryGetProperty("headers", out var headers) && headers.ValueKind is JsonValueKind.Object
                ? headers.EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!)
                : [],
            multipart ? answer.GetProperty("partSize").GetInt64() : size);
    }

    /// <summary>Where each part goes, by number from 1.</summary>
    public async Task<IReadOnlyList<Uri>> SignParts(Ticket ticket, int count, CancellationToken cancel)
    {
        var addresses = new List<Uri>(count);
        foreach (var numbers in Enumerable.Range(1, count).Chunk(100))
        {
            var answer = await Post($"api/videos/{ticket.VideoId}/upload/parts", new { numbers }, cancel);
            addresses.AddRange(answer.GetProperty("parts").EnumerateArray().Select(part => Address(part.GetProperty("url"))));
        }

        return addresses;
    }

    public Task Confirm(string videoId, CancellationToken cancel) => Post("api/videos/upload/confirm", new { videoId }, cancel);

    public async Task<string> StatusOf(string videoId, CancellationToken cancel)
    {
        var video = await _http.GetFromJsonAsync<JsonElement>($"api/videos/{videoId}", cancel);
        var status = video.GetProperty("status").GetString()!;
        if (status == "failed") throw new BenchException($"The transcode failed: {video.GetProperty("failure")}");
        return status;
    }

    public async Task<DateTimeOffset> UpdatedAt(string videoId, CancellationToken cancel) =>
        (await _http.GetFromJsonAsync<JsonElement>($"api/videos/{videoId}", cancel)).GetProperty("updatedAt").GetDateTimeOffset();

    /// <summary>The multivariant playlist, or null while there is nothing to watch.</summary>
    public async Task<Uri?> StreamOf(string videoId, CancellationToken cancel)
    {
        using var answer = await _http.GetAsync($"api/videos/{videoId}/stream", cancel);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict) return null;
        answer.EnsureSuccessStatusCode();
        var stream = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        return stream.GetProperty("url") is { ValueKind: JsonValueKind.String } url ? Address(url) : null;
    }

    public Task<byte[]> Fetch(Uri address, CancellationToken cancel) => _http.GetByteArrayAsync(address, cancel);

    public async Task Delete(string videoId, CancellationToken cancel)
    {
        using var answer = await _http.DeleteAsync($"api/videos/{videoId}", cancel);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    public async Task<JsonElement> Get(string path, CancellationToken cancel) => await _http.GetFromJsonAsync<JsonElement>(path, cancel);

    public async Task<JsonElement> Post(string path, object body, CancellationToken cancel)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, JsonSerializerOptions.Web, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode) throw new BenchException($"{path} answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    private Uri Address(JsonElement url) => new(_http.BaseAddress!, url.GetString());
}

/// <param name="Single">Where to PUT the whole file; null for a multipart upload.</param>
/// <param name="PartSize">Bytes; the size of the file for a single PUT.</param>
internal sealed record Ticket(string VideoId, Uri? Single, IReadOnlyDictionary<string, string> Headers, long PartSize);
