namespace ContentPages.Web.Tests.Live.Delivery;

/// <summary>A service of one request that tells when it ends.</summary>
internal sealed class RequestWitness : IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ended => _ended.Task;

    public void Dispose() => _ended.TrySetResult();
}
