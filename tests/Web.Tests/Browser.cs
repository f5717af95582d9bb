using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ContentPages.Web.Tests;

/// <summary>One visitor with cookies and a network address.</summary>
public sealed class Browser
{
    public const string Password = "correct horse battery";

    public Browser(HttpClient http, string address)
    {
        Http = http;
        Address = address;
        http.DefaultRequestHeaders.Add(ContentPagesApp.AddressHeader, address);
    }

    public HttpClient Http { get; }

    public string Address { get; }

    public string Email { get; } = $"{Guid.NewGuid():N}@example.com";

    /// <summary>The account's id, once signed in.</summary>
    public string Id { get; private set; } = "";

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, object? body = null) => Send(HttpMethod.Post, path, body);

    public Task<Answer> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path);

    public Task<Answer> PostText(string path, string body, string contentType = "application/json") =>
        Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, null, contentType) });

    public async Task<Answer> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Send(request);
    }

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new(response.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default, text, response);
    }

    public async Task SignUp(string displayName = "Ann") =>
        (await Post("/api/account/register", new { email = Email, password = Password, displayName })).Is(HttpStatusCode.OK);

    public async Task SignIn(string password = Password)
    {
        (await Post("/api/account/login?useCookies=true", new { email = Email, password })).Is(HttpStatusCode.OK);
        Id = (await Get("/api/account/me")).Is(HttpStatusCode.OK).Text("id")!;
    }
}

public sealed record Answer(HttpStatusCode Status, JsonElement Body, string Content, HttpResponseMessage Raw)
{
    public Answer Is(HttpStatusCode status)
    {
        Assert.True(status == Status, $"{Raw.RequestMessage?.Method} {Raw.RequestMessage?.RequestUri} answered {(int)Status}, not {(int)status}: {Content}");
        return this;
    }

    /// <summary>Checks that this is a problem with that status and code.</summary>
    public Answer Is(HttpStatusCode status, string code)
    {
        Is(status);
        Assert.Equal("application/problem+json", Raw.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, Text("code"));
        return this;
    }

    public string? Text(string property) => Body.GetProperty(property).GetString();

    public JsonElement this[string property] => Body.GetProperty(property);

    public IReadOnlyList<JsonElement> Items => [.. Body.GetProperty("items").EnumerateArray()];

    public IReadOnlyList<string?> Ids => [.. Items.Select(item => item.GetProperty("id").GetString())];
}
