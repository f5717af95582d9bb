using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Web.Tests.Live.Delivery;

/// <summary>What happens to the connections of a <see cref="TestHub"/>.</summary>
public sealed class TestHubLog
{
    public Channel<string> Ended { get; } = Channel.CreateUnbounded<string>();

    public Channel<string> Echoed { get; } = Channel.CreateUnbounded<string>();

    public async Task<string> NextEnd()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await Ended.Reader.ReadAsync(patience.Token);
    }
}

public sealed class TestHub(TestHubLog log) : Hub
{
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        log.Ended.Writer.TryWrite(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <returns>What was kept under that key before.</returns>
    public string? Keep(string key, string value)
    {
        var before = (string?)Context.Items[key];
        Context.Items[key] = value;
        return before;
    }

    public Task Join(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);

    public Task Leave(string room) => Groups.RemoveFromGroupAsync(Context.ConnectionId, room);

    public Task Say(string room, string text) => Clients.Group(room).SendAsync("said", text);

    public Task SayToOthers(string room, string text) => Clients.OthersInGroup(room).SendAsync("said", text);

    public Task SayToAll(string text) => Clients.All.SendAsync("said", text);

    public Task SayToUser(string user, string text) => Clients.User(user).SendAsync("said", text);

    public string Echo(string text)
    {
        log.Echoed.Writer.TryWrite(text);
        return text;
    }

    public string[] Who() => [Context.GetHttpContext()!.Request.Query["user"].ToString(), Context.UserIdentifier ?? "", Context.ConnectionId];
}
