using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ContentPages.Bench.Live;

/// <summary>A wire between an encoder and the server that notes when the encoder's first byte came by.</summary>
internal sealed class FirstByte : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _cut = new();
    private readonly TaskCompletionSource<long> _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _carried;

    private FirstByte(TcpListener listener, Uri to)
    {
        _listener = listener;
        Address = new UriBuilder(to) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;
        _carried = Carry(to);
    }

    public Uri Address { get; }

    /// <summary>A <see cref="Stopwatch"/> time stamp.</summary>
    public Task<long> Arrived => _arrived.Task;

    public static FirstByte Listen(Uri to)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new FirstByte(listener, to);
    }

    public async ValueTask DisposeAsync()
    {
        await _cut.CancelAsync();
        _listener.Dispose();
        await _carried;
        _cut.Dispose();
    }

    private async Task Carry(Uri to)
    {
        try
        {
            using var encoder = await _listener.AcceptTcpClientAsync(_cut.Token);
            using var server = new TcpClient();
            await server.ConnectAsync("127.0.0.1", to.Port, _cut.Token);
            encoder.NoDelay = server.NoDelay = true;
            await Task.WhenAll(Copy(encoder.GetStream(), server.GetStream(), note: true), Copy(server.GetStream(), encoder.GetStream(), note: false));
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException)
        {
            // Cut, or one end has hung up.
        }
    }

    private async Task Copy(NetworkStream from, NetworkStream to, bool note)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _cut.Token) is var read and > 0)
        {
            if (note) _arrived.TrySetResult(Stopwatch.GetTimestamp());
            await to.WriteAsync(buffer.AsMemory(0, read), _cut.Token);
        }
    }
}
