using System.Net;
using ContentPages.Chat;
using ContentPages.Web.Tests.Streams;

namespace ContentPages.Web.Tests.Chat;

/// <summary>Brings chats into the state that a test is about.</summary>
internal static class Rooms
{
    public static ChatPerson Person(this Browser browser, string name) => new(browser.Id, name);

    /// <summary>Writes as that account.</summary>
    public static async Task<string> Says(this ContentPagesApp app, string streamId, Browser browser, string text, string name = "Eve")
    {
        var posted = await app.Grains.GetGrain<IChatRoomGrain>(streamId).Post(browser.Person(name), Guid.NewGuid().ToString("N"), text);
        Assert.Null(posted.Rejection);
        return posted.Value!.Id ?? "";
    }

    public static object Settings(int slowModeSeconds = 0, string[]? blockedTerms = null, string hold = "off", bool closed = false) =>
        new { slowModeSeconds, blockedTerms = blockedTerms ?? [], hold, ifFilterFails = "hold", closed };

    public static async Task Set(this Browser owner, string streamId, object settings) =>
        (await owner.Put($"/api/streams/{streamId}/chat/settings", settings)).Is(HttpStatusCode.OK);

    /// <summary>What the act answered: the id of its entry in the audit.</summary>
    public static string Done(this Answer answer) => answer.Is(HttpStatusCode.OK).Text("auditId") ?? throw new InvalidOperationException("Nothing was done.");

    public static void DidNothing(this Answer answer) => Assert.Null(answer.Is(HttpStatusCode.OK).Text("auditId"));

    public static async Task<(Browser Owner, Browser Viewer, string Stream, string Chat)> Room(this ContentPagesApp app)
    {
        var (owner, viewer) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var id = await owner.NewStream();
        return (owner, viewer, id, $"/api/streams/{id}/chat");
    }

    public static async Task<IReadOnlyList<string?>> Texts(this Browser browser, string chat) =>
        [.. (await browser.Get(chat)).Is(HttpStatusCode.OK).Items.Select(message => message.Text("text"))];
}
