using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace ContentPages.Web.Tests.Live.Delivery;

/// <summary>What holds for stock clients, whichever road they come by.</summary>
public sealed class DeliveryRoadTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_group_gets_what_is_said_in_order_until_it_is_left(bool isDirect)
    {
        await using var host = await DeliveryHost.Start(isDirect);
        await using var ann = await host.Connect();
        await using var eve = await host.Connect();
        var (toAnn, toEve) = (Listen(ann), Listen(eve));
        await ann.InvokeAsync("Join", "room");
        await ann.InvokeAsync("Join", "room");
        await eve.InvokeAsync("Join", "room");

        for (var i = 0; i < 1_000; i++) await host.Hub.Clients.Group("room").SendAsync("said", $"{i}");
        for (var i = 0; i < 1_000; i++) Assert.Equal(($"{i}", $"{i}"), (await Next(toAnn), await Next(toEve)));

        await ann.InvokeAsync("Leave", "room");
        await eve.InvokeAsync("Say", "room", "gone?");
        await eve.InvokeAsync("SayToAll", "last");
        Assert.Equal("last", await Next(toAnn));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Sends_reach_accounts_all_and_others(bool isDirect)
    {
        await using var host = await DeliveryHost.Start(isDirect);
        await using var ann = await host.Connect("ann");
        await using var ann2 = await host.Connect("ann");
        await using var eve = await host.Connect("eve");
        var (toAnn, toAnn2, toEve) = (Listen(ann), Listen(ann2), Listen(eve));
        foreach (var connection in new[] { ann, ann2, eve }) await connection.InvokeAsync("Join", "room");

        await eve.InvokeAsync("SayToUser", "ann", "to ann");
        await ann.InvokeAsync("SayToOthers", "room", "to others");
        await ann.InvokeAsync("SayToAll", "to all");

        Assert.Equal(["to ann", "to all"], [await Next(toAnn), await Next(toAnn)]);
        Assert.Equal(["to ann", "to others", "to all"], [await Next(toAnn2), await Next(toAnn2), await Next(toAnn2)]);
        Assert.Equal(["to others", "to all"], [await Next(toEve), await Next(toEve)]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_hub_knows_the_request_and_the_account(bool isDirect)
    {
        await using var host = await DeliveryHost.Start(isDirect);
        await using var ann = await host.Connect("ann");
        await using var nobody = await host.Connect();

        var (who, other) = (await ann.InvokeAsync<string[]>("Who"), await nobody.InvokeAsync<string[]>("Who"));

        Assert.Equal(["ann", "ann", "", ""], [who[0], who[1], other[0], other[1]]);
        Assert.NotEqual(who[2], other[2]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_hub_keeps_things_with_a_connection(bool isDirect)
    {
        await using var host = await DeliveryHost.Start(isDirect);
        await using var ann = await host.Connect();
        Assert.Null(await ann.InvokeAsync<string?>("Keep", "a", "1"));
        Assert.Equal("1", await ann.InvokeAsync<string?>("Keep", "a", "2"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Long_messages_go_both_ways(bool isDirect)
    {
        await using var host = await DeliveryHost.Start(isDirect, maxMessageBytes: 400_000);
        await using var ann = await host.Connect();
        var toAnn = Listen(ann);
        await ann.InvokeAsync("Join", "room");
        var text = new string('x', 300_000);

        Assert.Equal(text, await ann.InvokeAsync<string>("Echo", text));
        await ann.InvokeAsync("Say", "room", text);
        Assert.Equal(text, await Next(toAnn));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Who_leaves_is_gone_for_the_hub(bool isDirect)
    {
        await using var host = await DeliveryHost.Start(isDirect);
        var ann = await host.Connect();
        await ann.InvokeAsync("Join", "room");
        var id = (await ann.InvokeAsync<string[]>("Who"))[2];

        await ann.DisposeAsync();

        Assert.Equal(id, await host.Log.NextEnd());
        await host.Hub.Clients.Group("room").SendAsync("said", "nobody");
        await host.Hub.Clients.Client(id).SendAsync("said", "nobody");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task When_the_server_stops_connections_end(bool isDirect)
    {
        await using var host = await DeliveryHost.Start(isDirect);
        await using var ann = await host.Connect();
        var closed = new TaskCompletionSource();
        ann.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };

        await host.Stop();

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Who_does_not_read_is_skipped_then_dropped_and_delays_nobody(bool isDirect)
    {
        await using var host = await DeliveryHost.Start(isDirect, delivery =>
        {
            delivery.StallSeconds = 1;
            delivery.MaxWaitingBytesOfGroup = 64 * 1024 * 1024;
        });
        await using var ann = await host.Connect();
        var toAnn = Listen(ann);
        await ann.InvokeAsync("Join", "room");
        using var stalled = await (await host.Raw(receiveBuffer: 4096)).Greet();
        await stalled.Call("Join", "room");
        await stalled.Call("Echo", "joined");

        // Until both are in the room and for longer than buffers on the way last.
        var text = new string('x', 64 * 1024);
        for (var i = 0; i < 200; i++)
        {
            await host.Hub.Clients.Group("room").SendAsync("said", $"{i} {text}");
            Assert.Equal($"{i} {text}", await Next(toAnn));
        }

        Assert.NotEqual((await ann.InvokeAsync<string[]>("Who"))[2], await host.Log.NextEnd());
    }

    internal static Channel<string> Listen(HubConnection connection)
    {
        var said = Channel.CreateUnbounded<string>();
        connection.On<string>("said", text => said.Writer.TryWrite(text));
        return said;
    }

    internal static async Task<string> Next(Channel<string> said)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await said.Reader.ReadAsync(patience.Token);
    }
}
