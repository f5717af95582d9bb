namespace ContentPages.Backends.Tests.Streams.Packaging;

/// <summary>Hands out bytes in pieces of chance sizes, as a pipe does.</summary>
internal sealed class SplitStream(byte[] content, int seed) : MemoryStream(content)
{
    private readonly Random _random = new(seed);

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, _random.Next(1, 5000))]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
}
