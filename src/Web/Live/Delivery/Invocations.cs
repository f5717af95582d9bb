using System.Buffers;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace ContentPages.Web.Live.Delivery;

/// <summary>Writes calls of the client in the hub's protocol, each once however many connections it goes to.</summary>
internal sealed class Invocations(IHubProtocolResolver protocols)
{
    private const int MaxKept = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    private readonly IHubProtocol _protocol = protocols.GetProtocol("json", null)
        ?? throw new InvalidOperationException("Deliveries are written in the JSON protocol, which is not there.");

    /// <returns>Valid until the next call on the same thread.</returns>
    public ReadOnlySpan<byte> Write(string method, object?[] arguments)
    {
        if (s_buffer is not { Capacity: <= MaxKept } buffer) s_buffer = buffer = new(1024);
        buffer.ResetWrittenCount();
        _protocol.WriteMessage(new InvocationMessage(method, arguments), buffer);
        return buffer.WrittenSpan;
    }

    public Frame Frame(string method, params object?[] arguments) => new(Write(method, arguments));
}
