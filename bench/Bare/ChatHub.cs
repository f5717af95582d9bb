using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Bench.Bare;

/// <summary>A chat as the framework's documentation has one; its messages are as long as ours. Nothing is checked, kept or put in order.</summary>
internal sealed class ChatHub : Hub
{
    public const string Path = "/hub";

    public Task Join(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);

    public async Task Send(string room, string text) => await Clients.Group(room).SendAsync("chat", new Message(
        Guid.CreateVersion7().ToString("N"), Context.ConnectionId, "The Measured Quartet", "viewer", text, TimeProvider.System.GetUtcNow()));

    private sealed record Message(string Id, string UserId, string UserName, string Role, string Text, DateTimeOffset SentAt);
}
