using System.Net;

namespace ContentPages.Backends.Tests.Media;

/// <summary>A body whose second half comes when the test says so.</summary>
internal sealed class HangingContent(ReadOnlyMemory<byte> firstHalf, long length) : HttpContent
{
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Finish() => _finish.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(firstHalf);
        await stream.FlushAsync();
        await _finish.Task;
        await stream.WriteAsync(new byte[length - firstHalf.Length]);
    }

    protected override bool TryComputeLength(out long size)
    {
        size = length;
        return true;
    }
}
