using System.Net.Sockets;
using System.Text;
using ContentPages.Web.Tests.Live.Delivery;
using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Web.Tests.Live.Sockets;

/// <summary>Sockets that are written to directly, from clients that keep to no rule.</summary>
public sealed class HostileSocketTests
{
    [Fact]
    public async Task A_ping_is_answered_with_its_payload()
    {
        await using var host = await DeliveryHost.Start(isDirect: true);
        using var client = await (await host.Raw()).Greet();

        await client.Send(RawSocket.Frame(0x89, "are you there"u8));

        Assert.Equal((10, "are you there"), await client.Next());
    }

    [Fact]
    public async Task A_close_is_answered_and_what_came_before_it_is_done()
    {
        await using var host = await DeliveryHost.Start(isDirect: true);
        using var client = await (await host.Raw()).Greet();

        await client.Send((byte[])[.. RawSocket.Frame(0x81, "{\"type\":1,\"target\":\"Echo\",\"arguments\":[\"a\"]}\u001e"u8), .. RawSocket.Frame(0x88, [0x0F, 0xA0])]);

        Assert.Equal("4000", await client.Next(opcode: 8));
        Assert.Equal(-1, (await client.Next()).Opcode);
        Assert.True(host.Log.Echoed.Reader.TryRead(out var echoed));
        Assert.Equal("a", echoed);
    }

    [Fact]
    public async Task A_call_in_pieces_byte_by_byte_is_answered()
    {
        await using var host = await DeliveryHost.Start(isDirect: true);
        using var client = await (await host.Raw()).Greet();
        var call = "{\"type\":1,\"invocationId\":\"1\",\"target\":\"Echo\",\"arguments\":[\"hello\"]}\u001e"u8.ToArray();

        for (var i = 0; i < call.Length; i++)
            await client.Send(RawSocket.Frame((byte)((i == 0 ? 0x01 : 0x00) | (i == call.Length - 1 ? 0x80 : 0)), call.AsSpan(i, 1)));

        Assert.Contains("\"result\":\"hello\"", await client.Next(opcode: 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_breaks_the_protocol_is_told_so_and_closed()
    {
        await using var host = await DeliveryHost.Start(isDirect: true);
        using var client = await (await host.Raw()).Greet();

        await client.Send(RawSocket.Frame(0x81, "not masked"u8, isMasked: false));

        Assert.Equal("1002", await client.Next(opcode: 8));
        Assert.Equal(-1, (await client.Next()).Opcode);
        await host.Log.NextEnd();
    }

    [Theory, InlineData(1), InlineData(400)]
    public async Task A_message_that_is_too_large_is_told_so_and_closed(int pieces)
    {
        await using var host = await DeliveryHost.Start(isDirect: true, maxMessageBytes: 1024);
        using var client = await (await host.Raw()).Greet();
        var fits = "{\"type\":1,\"target\":\"Echo\",\"arguments\":[\"" + new string('x', 500) + "\"]}\u001e";
        await client.SendText(fits + fits + fits);

        var (first, rest) = (true, 40_000);
        for (var i = 0; i < pieces; i++, first = false)
        {
            var last = i == pieces - 1;
            await client.Send(RawSocket.Frame((byte)((first ? 1 : 0) | (last ? 0x80 : 0)), Encoding.ASCII.GetBytes(new string('x', last ? rest : 100))));
            rest -= 100;
        }

        Assert.Equal("{\"type\":1,\"target\":\"bye\",\"arguments\":[\"message_too_large\",0]}\u001e", await client.Next(opcode: 1));
        Assert.Equal("1009", await client.Next(opcode: 8));
        Assert.Equal(3, host.Log.Echoed.Reader.Count);
    }

    [Fact]
    public async Task Who_cuts_the_line_is_gone_for_the_hub()
    {
        await using var host = await DeliveryHost.Start(isDirect: true);
        var (silent, halfOpen) = (await (await host.Raw()).Greet(), await (await host.Raw()).Greet());

        silent.Socket.LingerState = new(true, 0);
        silent.Dispose();
        halfOpen.Socket.Shutdown(SocketShutdown.Send);

        await host.Log.NextEnd();
        await host.Log.NextEnd();
        halfOpen.Dispose();
    }

    [Fact]
    public async Task Who_asks_and_does_not_read_gets_no_more_answers()
    {
        await using var host = await DeliveryHost.Start(isDirect: true, delivery => delivery.StallSeconds = 1, maxMessageBytes: 64 * 1024);
        using var client = await (await host.Raw(receiveBuffer: 4096)).Greet();
        client.Socket.SendTimeout = 1;
        var call = $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Echo\",\"arguments\":[\"{new string('x', 60_000)}\"]}}\u001e";

        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < 10_000; i++) await client.SendText(call);
        });

        await host.Log.NextEnd();
        await Assert.ThrowsAnyAsync<SocketException>(() => sending);
        Assert.InRange(host.Log.Echoed.Reader.Count, 1, 200);
    }

    [Fact]
    public async Task Requests_that_are_odd_are_answered_by_the_framework()
    {
        await using var host = await DeliveryHost.Start(isDirect: true);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{host.Port}/hub");
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", "short");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_slow_reader_that_reads_again_finds_whole_frames_and_a_gap()
    {
        await using var host = await DeliveryHost.Start(isDirect: true, delivery => delivery.MicrosecondsBetweenFlushesPerMember = 0);
        using var client = await (await host.Raw(receiveBuffer: 4096)).Greet();
        await client.SendText("{\"type\":1,\"invocationId\":\"1\",\"target\":\"Join\",\"arguments\":[\"room\"]}\u001e");
        await client.Next(opcode: 1);
        var text = new string('x', 10_000);
        for (var i = 0; i < 500; i++)
        {
            await host.Hub.Clients.Group("room").SendAsync("said", $"{i} {text}");
            await Task.Yield();
        }

        await client.SendText("{\"type\":1,\"invocationId\":\"2\",\"target\":\"Echo\",\"arguments\":[\"there\"]}\u001e");
        var (texts, gaps, isAnswered) = (0, 0, false);
        while (gaps == 0 || !isAnswered)
        {
            foreach (var record in (await client.Next(opcode: 1)).Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
            {
                if (record.Contains("\"said\"", StringComparison.Ordinal)) texts++;
                else if (record.Contains("\"gap\"", StringComparison.Ordinal)) gaps++;
                else if (record.Contains("\"result\":\"there\"", StringComparison.Ordinal)) isAnswered = true;
            }
        }

        Assert.InRange(texts, 1, 499);
        // One for each time that its buffers were full.
        Assert.InRange(gaps, 1, 3);
    }
}
