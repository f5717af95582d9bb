using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>Where our own web server answers on this machine.</summary>
internal sealed class OwnAddress(IServer server, IHostApplicationLifetime lifetime)
{
    /// <summary>Completes once the web server is up. Null when it listens on no plain HTTP port.</summary>
    public async Task<Uri?> Loopback(CancellationToken cancel)
    {
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.Register(up.SetResult)) await up.Task.WaitAsync(cancel);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var plain = addresses.Select(BindingAddress.Parse).FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttp && address.Port > 0);
        return plain is null ? null : new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", plain.Port).Uri;
    }
}
