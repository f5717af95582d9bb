using ContentPages.Web.Live.Delivery;
using ContentPages.Web.Tests.Live.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Tests.Live.Sockets;

public sealed class HandoverTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_socket_that_is_open_keeps_neither_the_pipeline_nor_the_services_of_its_request()
    {
        var returned = new TaskCompletionSource<RequestWitness>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await DeliveryHost.Start(isDirect: true, pipeline: app =>
        {
            app.UseDirectSockets();
            Witness(app, returned);
        });
        await using var ann = await host.Connect("ann");

        var witness = await returned.Task.WaitAsync(Patience);
        await witness.Ended.WaitAsync(Patience);

        Assert.Equal(["ann", "ann"], (await ann.InvokeAsync<string[]>("Who"))[..2]);
    }

    [Fact]
    public async Task Where_the_pipeline_does_not_begin_with_it_the_framework_takes_the_socket()
    {
        var returned = new TaskCompletionSource<RequestWitness>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await DeliveryHost.Start(isDirect: true, pipeline: app => Witness(app, returned));
        await using (var ann = await host.Connect("ann"))
        {
            Assert.Equal(["ann", "ann"], (await ann.InvokeAsync<string[]>("Who"))[..2]);
            Assert.False(returned.Task.IsCompleted);
        }

        await returned.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Who_is_refused_on_the_way_gets_no_socket()
    {
        await using var host = await DeliveryHost.Start(isDirect: true, pipeline: static app =>
        {
            app.UseDirectSockets();
            app.Use(static (HttpContext http, RequestDelegate _) =>
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            });
        });

        var refused = await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => host.Socket());

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    private static void Witness(WebApplication app, TaskCompletionSource<RequestWitness> returned) => app.Use(async (http, next) =>
    {
        var witness = http.RequestServices.GetRequiredService<RequestWitness>();
        await next(http);
        returned.TrySetResult(witness);
    });
}
