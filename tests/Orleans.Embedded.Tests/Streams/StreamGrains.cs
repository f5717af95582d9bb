using Orleans.Streams;

namespace Orleans.Embedded.Tests;

public interface IPublisherGrain : IGrainWithStringKey
{
    Task Publish(string stream, params string[] events);
}

public sealed class PublisherGrain : Grain, IPublisherGrain
{
    public async Task Publish(string stream, params string[] events)
    {
        var target = this.GetStreamProvider("streams").GetStream<string>(StreamId.Create("test", stream));
        foreach (var one in events)
            await target.OnNextAsync(one);
    }
}

public interface ISubscriberGrain : IGrainWithStringKey
{
    Task Subscribe(string stream);

    Task Unsubscribe();

    Task Hold(string gate);

    Task End();
}

/// <summary>Subscribes once, and resumes when it is activated again.</summary>
public sealed class SubscriberGrain(Journal journal, Gates gates) : Grain, ISubscriberGrain
{
    private string Name => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (Name == "forgetful")
            return;
        foreach (var handle in await Stream("s").GetAllSubscriptionHandles())
            await handle.ResumeAsync(OnNextAsync);
    }

    public Task Subscribe(string stream) => Stream(stream).SubscribeAsync(OnNextAsync);

    public async Task Unsubscribe()
    {
        foreach (var handle in await Stream("s").GetAllSubscriptionHandles())
            await handle.UnsubscribeAsync();
    }

    public async Task Hold(string gate)
    {
        await gates.Wait(gate);
        journal.Add("held");
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private IAsyncStream<string> Stream(string stream) =>
        this.GetStreamProvider("streams").GetStream<string>(StreamId.Create("test", stream));

    private Task OnNextAsync(string item, StreamSequenceToken? token)
    {
        Assert.Same(GrainContext, RuntimeContext.Current);
        journal.Add($"{Name} {item}");
        return Task.CompletedTask;
    }
}
