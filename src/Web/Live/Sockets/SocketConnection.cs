using System.Buffers.Text;
using System.Collections;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using ContentPages.Web.Live.Delivery;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ContentPages.Web.Live.Sockets;

/// <summary>One WebSocket as the hub sees it. It is its own features, since there are many connections.</summary>
internal sealed class SocketConnection : ConnectionContext, IDuplexPipe, IFeatureCollection, IConnectionUserFeature, IConnectionHeartbeatFeature,
    ITransferFormatFeature, IHttpContextFeature, IHttpTransportFeature
{
    private static readonly TimeSpan MaxClosing = TimeSpan.FromSeconds(2);
    private readonly SocketOutlet _outlet;
    private readonly FrameReader _reader;
    private readonly FrameWriter _writer;
    private readonly List<(Action<object> Beat, object State)> _beats = new(2);
    private readonly HttpContext _http;
    private readonly IConnectionLifetimeFeature _lifetime;
    private FeatureCollection? _more;
    private IDictionary<object, object?>? _items;
    private bool _isGoingAway;

    public SocketConnection(
        HttpContext http, Socket socket, PipeReader input, IConnectionLifetimeFeature lifetime, OutletRules rules, int maxMessageBytes)
    {
        (_http, _lifetime, ConnectionClosed, User) = (http, lifetime, lifetime.ConnectionClosed, http.User);
        _outlet = new(socket, this, rules);
        _reader = new(input, maxMessageBytes, _outlet);
        _writer = new(_outlet);
    }

    public override string ConnectionId { get; set; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public override IFeatureCollection Features => this;

    public override IDictionary<object, object?> Items
    {
        get => _items ??= new ConnectionItems();
        set => _items = value;
    }

    public override IDuplexPipe Transport
    {
        get => this;
        set => throw new NotSupportedException("A connection keeps its transport.");
    }

    public override CancellationToken ConnectionClosed { get; set; }

    public ClaimsPrincipal? User { get; set; }

    PipeReader IDuplexPipe.Input => _reader;

    PipeWriter IDuplexPipe.Output => _writer;

    TransferFormat ITransferFormatFeature.SupportedFormats => TransferFormat.Text;

    TransferFormat ITransferFormatFeature.ActiveFormat { get; set; } = TransferFormat.Text;

    HttpContext? IHttpContextFeature.HttpContext
    {
        get => _http;
        set => throw new NotSupportedException("A connection keeps its request.");
    }

    HttpTransportType IHttpTransportFeature.TransportType => HttpTransportType.WebSockets;

    bool IFeatureCollection.IsReadOnly => false;

    int IFeatureCollection.Revision => _more?.Revision ?? 0;

    object? IFeatureCollection.this[Type key]
    {
        get => key.IsInstanceOfType(this) ? this : key == typeof(SocketOutlet) ? _outlet : _more?[key];
        set => (_more ??= [])[key] = value;
    }

    public TFeature? Get<TFeature>() => (TFeature?)((IFeatureCollection)this)[typeof(TFeature)];

    public void Set<TFeature>(TFeature? instance) => (_more ??= []).Set(instance);

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => (_more ??= []).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void OnHeartbeat(Action<object> action, object state)
    {
        lock (_beats) _beats.Add((action, state));
    }

    public void Beat()
    {
        lock (_beats)
            foreach (var (beat, state) in _beats) beat(state);
    }

    /// <summary>The server stops: the hub ends the connection with a word of its own.</summary>
    public void GoAway()
    {
        _isGoingAway = true;
        _reader.Stop();
    }

    // By the socket and not by the request, which may be over: its context must not be touched then.
    public override void Abort(ConnectionAbortedException abortReason) => _lifetime.Abort();

    /// <summary>Closes from this side, too, once the hub has done with it. Waits a little for the client to close, so that it gets the last words.</summary>
    public async Task Close()
    {
        if (_outlet.HasEnded)
        {
            // Dropped: it takes no last word.
            _lifetime.Abort();
        }
        else if (!ConnectionClosed.IsCancellationRequested)
        {
            using var patience = new CancellationTokenSource(MaxClosing);
            try
            {
                var code = _reader.CloseCode ?? (_isGoingAway ? CloseCodes.GoingAway : CloseCodes.Normal);
                await _outlet.Write(FrameFormat.CloseFrame(code)).AsTask().WaitAsync(patience.Token);
                await _reader.WaitForClose(patience.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // It has gone, or does not care.
                _lifetime.Abort();
            }
        }

        _outlet.End();
        _reader.Complete();
        _writer.Complete();
    }
}
